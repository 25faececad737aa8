package nl.schakel.delivery.format;

import java.util.ArrayList;
import java.util.List;
import nl.schakel.delivery.DeliveryRows;
import nl.schakel.delivery.FileHeader;
import nl.schakel.delivery.PupilRecord;
import nl.schakel.delivery.ResultRecord;
import nl.schakel.delivery.RowFault;
import nl.schakel.delivery.SocialResultRecord;
import nl.schakel.delivery.TestDefinition;
import nl.schakel.pupil.LocalPupilKey;
import nl.schakel.pupil.Reveal;

/** A sink that writes down what it was given, one line each. */
final class Seen implements DeliveryRows {
    final List<String> faults = new ArrayList<>();
    final List<String> rows = new ArrayList<>();
    final List<PupilRecord> pupils = new ArrayList<>();
    final List<TestDefinition> tests = new ArrayList<>();
    final List<FileHeader> headers = new ArrayList<>();

    @Override
    public void header(FileHeader header) {
        headers.add(header);
    }

    @Override
    public void pupil(PupilRecord pupil) {
        pupils.add(pupil);
        rows.add(key(pupil.key()) + " "
                + (pupil.pgn().isPresent() ? "pgn" : pupil.evaluated().isPresent() ? "y" : "-") + " "
                + (pupil.birthYear() == 0 ? "-" : Integer.toString(pupil.birthYear())) + " "
                + pupil.sex().code() + " " + pupil.grade().orElse("-"));
    }

    @Override
    public void result(ResultRecord result) {
        rows.add(key(result.pupil()) + " t" + result.test() + " " + result.testDate() + " "
                + (result.hasRawScore() ? Integer.toString(result.rawScore()) : "-") + " "
                + (result.hasAbility() ? Double.toString(result.ability()) : "-") + " "
                + (result.level() == null ? "-" : result.level()));
    }

    @Override
    public void social(SocialResultRecord result) {
        rows.add(key(result.pupil()) + " " + result.instrument() + " " + result.scale() + " " + result.testDate() + " "
                + result.score());
    }

    @Override
    public void fault(RowFault fault) {
        faults.add(fault.rule().code() + " " + fault.place().path());
    }

    @Override
    public void test(TestDefinition definition) {
        tests.add(definition);
    }

    @Override
    public void undefinedTest(int test, long rows, RowFault first) {
        faults.add(first.rule().code() + " " + first.place().path() + " x" + rows);
    }

    private static String key(LocalPupilKey key) {
        return new String(key.bytes(Reveal.forKeyedHashing()), java.nio.charset.StandardCharsets.UTF_8);
    }
}
