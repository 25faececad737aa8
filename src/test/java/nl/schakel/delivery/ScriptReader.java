package nl.schakel.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.schakel.pseudonym.EvaluatedNumber;
import nl.schakel.pupil.BirthDate;
import nl.schakel.pupil.LocalPupilKey;
import nl.schakel.pupil.Pgn;
import nl.schakel.pupil.Sex;
import nl.schakel.school.SchoolSite;
import nl.schakel.school.SchoolYear;
import org.jspecify.annotations.Nullable;

/**
 * A reader of scripts for tests of what happens after reading. First line: format, site, year. Then one row a line:
 * {@code P key number|-}, {@code R key test day score}, {@code S key instrument scale day score}, {@code F rule}; {@code T
 * number code} defines a test, {@code U number rows} says that one stays undefined; {@code BREAK} cuts the line.
 */
public final class ScriptReader implements DeliveryReader {
    @Override
    public ReadRows read(InputStream bytes, DeliveryContext context, DeliveryRows sink) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        String[] head = lines.readLine().split(" ", -1);
        FileFormat format = FileFormat.valueOf(head[0]);
        SchoolSite site = SchoolSite.parse(head[1]).orElseThrow();
        if (!site.brin().equals(context.school())) {
            throw new DeliveryRefused.OtherSchool();
        }
        sink.header(new FileHeader(format, site, SchoolYear.parse(head[2]).orElseThrow(), Optional.empty()));
        return new Run(sink).rows(lines, format.part());
    }

    /** One reading. */
    private static final class Run {
        private final DeliveryRows sink;
        private long read;
        private long refused;

        Run(DeliveryRows sink) {
            this.sink = sink;
        }

        ReadRows rows(BufferedReader lines, Part part) throws IOException {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                row(line.split(" ", -1));
            }
            return new ReadRows(part, read, refused);
        }

        private void row(String[] words) throws IOException {
            switch (words[0]) {
                case "P" -> sink.pupil(pupil(++read, words));
                case "R" -> sink.result(new Result(++read, List.of(words)));
                case "S" -> sink.social(social(++read, words));
                case "T" -> sink.test(test(words));
                case "U" -> undefined(Integer.parseInt(words[1]), Long.parseLong(words[2]));
                case "F" -> fault(DeliveryRule.valueOf(words[1]));
                case "BREAK" -> throw new IOException("cut");
                default -> throw new IllegalArgumentException(words[0]);
            }
        }

        private void fault(DeliveryRule rule) {
            if (rule.refusesRow()) {
                read++;
                refused++;
            }
            sink.fault(new RowFault(read, new Place(read, "rij"), rule));
        }

        private void undefined(int test, long rows) {
            refused += rows;
            sink.undefinedTest(test, rows, new RowFault(1, new Place(1, "rij"), DeliveryRule.TEST_UNDEFINED));
        }
    }

    private static PupilRecord pupil(long row, String[] words) {
        return new PupilRecord(
                row,
                new Place(row, "leerling"),
                new LocalPupilKey(words[1]),
                Pgn.parse(words[2]),
                EvaluatedNumber.parse(words[2]),
                Optional.of(new BirthDate(LocalDate.of(2012, 3, 4))),
                2012,
                Sex.GIRL,
                Optional.of("5"));
    }

    private static SocialResultRecord social(long row, String[] words) {
        return new SocialResultRecord(
                row,
                new Place(row, "rij"),
                new LocalPupilKey(words[1]),
                words[2],
                words[3],
                LocalDate.parse(words[4]),
                Double.parseDouble(words[5]));
    }

    private static TestDefinition test(String[] words) {
        return new TestDefinition(
                Integer.parseInt(words[1]),
                words[2],
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                TestDomain.MATHS,
                Optional.of("5"),
                TestMoment.MIDDLE);
    }

    /** A result of a script line. */
    private record Result(long row, List<String> words) implements ResultRecord {
        @Override
        public long line() {
            return row;
        }

        @Override
        public LocalPupilKey pupil() {
            return new LocalPupilKey(words.get(1));
        }

        @Override
        public int test() {
            return Integer.parseInt(words.get(2));
        }

        @Override
        public long testEpochDay() {
            return LocalDate.parse(words.get(3)).toEpochDay();
        }

        @Override
        public boolean hasRawScore() {
            return true;
        }

        @Override
        public int rawScore() {
            return Integer.parseInt(words.get(4));
        }

        @Override
        public boolean hasAbility() {
            return false;
        }

        @Override
        public double ability() {
            return 0;
        }

        @Override
        public @Nullable String level() {
            return null;
        }
    }
}
