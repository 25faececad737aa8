package nl.schakel.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import nl.schakel.consent.Objections;
import nl.schakel.consent.SchoolDecisions;
import nl.schakel.pseudonym.People;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.pseudonym.Token;
import nl.schakel.pupil.LocalPupilKey;
import org.jspecify.annotations.Nullable;

/**
 * Takes the rows of one file as the reader hands them over: withholds whom the school's own registers withhold, numbers
 * the pupils, and passes on tokens and content. Not thread-safe; used once.
 *
 * <p>The path of one result, {@link #result}, is a measured hot loop (benchmark {@code intake}).
 */
final class Intake implements DeliveryRows, AutoCloseable {
    private static final int WITHHELD = -1;

    private final DeliveryContent store;
    private final PupilDesk desk;
    private final SchoolDecisions decisions;
    private final Instant at;
    private final DeliveryId id = DeliveryId.random();
    private final FindingsKept findings = new FindingsKept();
    private final PupilNumbers pupils = new PupilNumbers();
    private final PupilNumbers withheld = new PupilNumbers();
    private final ResultKeys results = new ResultKeys();
    private final List<TestDefinition> tests = new ArrayList<>();
    private final List<Integer> undefinedTests = new ArrayList<>();

    private @Nullable Opened opened;
    private @Nullable LocalPupilKey lastKey;
    private int lastPupil;
    private long objection;

    /** What exists once the header is known. */
    private record Opened(
            FileHeader header, NewContent content, Objections objections, PupilBatch batch, SocialBatch social) {}

    /** What was taken from a file: all that a receipt needs, and the persons for the processing log. */
    record Taken(DeliveryId id, FileHeader header, Tally tally, Findings findings, List<PersonKey> persons) {}

    Intake(DeliveryContent store, PupilDesk desk, SchoolDecisions decisions, Instant at) {
        this.store = store;
        this.desk = desk;
        this.decisions = decisions;
        this.at = at;
    }

    @Override
    public void header(FileHeader header) {
        if (header.part() == Part.SOCIAL_EMOTIONAL
                && !store.hasPupils(header.site().brin())) {
            throw new DeliveryRefused.PupilsFirst();
        }
        Objections objections = decisions.objections(at);
        NewContent content = store.begin(id, header);
        PupilBatch batch =
                new PupilBatch(header.site(), desk, content, new PupilBatch.Checks(objections, pupils, findings));
        SocialBatch social = new SocialBatch(content, decisions, at);
        opened = new Opened(header, content, objections, batch, social);
    }

    @Override
    public void pupil(PupilRecord pupil) {
        opened().batch().add(pupil);
    }

    @Override
    public void result(ResultRecord result) {
        int pupil = pupilOf(result.pupil());
        if (pupil == WITHHELD) {
            objection++;
        } else if (results.add(pupil, result.test(), result.testEpochDay())) {
            opened().content().result(pupil, result);
        } else {
            Place place = new Place(result.line(), "resultaat");
            findings.addLate(new RowFault(result.row(), place, DeliveryRule.RESULT_TWICE), 1);
        }
    }

    @Override
    public void social(SocialResultRecord result) {
        int pupil = pupilOf(result.pupil());
        if (pupil == WITHHELD) {
            objection++;
        } else {
            opened().social().add(pupil, pupils.token(pupil), result);
        }
    }

    /** The number of the pupil; the reader hands over the same key for all rows of one sitting. */
    private int pupilOf(LocalPupilKey key) {
        if (key != lastKey) {
            Opened now = opened();
            Token local = desk.local(now.header().site(), key);
            lastPupil = local.isIn(now.objections().local()) ? withheld(local) : pupils.numberOf(local);
            lastKey = key;
        }
        return lastPupil;
    }

    private int withheld(Token local) {
        withheld.numberOf(local);
        return WITHHELD;
    }

    @Override
    public void fault(RowFault fault) {
        findings.add(fault);
    }

    @Override
    public void test(TestDefinition definition) {
        tests.add(definition);
    }

    /** The reader's count includes rows that were withheld here, so the store tells how many were removed. */
    @Override
    public void undefinedTest(int test, long rows, RowFault first) {
        undefinedTests.add(test);
        findings.addLate(first, 0);
    }

    /**
     * Writes what was kept back and closes the accounts.
     *
     * @param trial whether to take everything back
     * @throws DeliveryRefused.NoRows where the file held none
     * @throws IllegalStateException where the sum does not close
     */
    Taken finish(ReadRows read, boolean trial) {
        Opened now = opened();
        if (read.read() == 0) {
            throw new DeliveryRefused.NoRows(now.header().part());
        }
        now.batch().finish();
        now.social().flush();
        List<PersonKey> persons =
                now.header().part() == Part.PUPILS ? now.batch().persons() : admitNumbered(now);
        desk.admit(
                tokens(withheld, 0, withheld.size())); // stores nothing, and in a change of keys the objection follows
        now.content().tests(tests);
        NewContent.Settled settled = now.content().settle(undefinedTests);
        findings.count(DeliveryRule.TEST_UNDEFINED, settled.undefined());
        Tally tally = tally(read, now, settled);
        if (trial) {
            now.content().undo();
        }
        return new Taken(id, now.header(), tally, findings.findings(), persons);
    }

    private List<PersonKey> admitNumbered(Opened now) {
        now.content().endOfResults();
        List<PersonKey> persons = new ArrayList<>(pupils.size());
        for (int from = 0; from < pupils.size(); from += People.MOST) {
            int end = Math.min(from + People.MOST, pupils.size());
            List<PupilTokens> tokens = tokens(pupils, from, end);
            List<PersonKey> some = desk.admit(tokens);
            now.content().subjects(from, NewContent.Subject.pair(some, tokens));
            persons.addAll(some);
        }
        return persons;
    }

    private static List<PupilTokens> tokens(PupilNumbers numbered, int from, int end) {
        return IntStream.range(from, end)
                .mapToObj(number -> PupilTokens.local(numbered.token(number)))
                .toList();
    }

    private Tally tally(ReadRows read, Opened now, NewContent.Settled settled) {
        return new Tally(
                read.read(),
                settled.kept(),
                findings.findings().refusedRows(),
                settled.known(),
                objection + now.batch().objection(),
                now.social().withheld());
    }

    private Opened opened() {
        if (opened == null) {
            throw new IllegalStateException("the reader told no header");
        }
        return opened;
    }

    @Override
    public void close() {
        if (opened != null) {
            opened.content().close();
        }
    }
}
