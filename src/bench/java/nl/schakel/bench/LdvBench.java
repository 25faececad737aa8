package nl.schakel.bench;

import java.io.PrintStream;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.schakel.audit.Processing;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.audit.ProcessingLog;
import nl.schakel.audit.Subject;
import nl.schakel.audit.store.AuditParts;
import nl.schakel.platform.database.CopyIn;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.TestPostgres;
import nl.schakel.platform.database.Zone;

/**
 * {@code deploy/bench ldv}: one line of the processing log for each subject of an operation, from the first keyed hash to the commit,
 * against a bare {@code COPY} of as many rows of the same columns into an empty table without index, from its first row to its commit.
 * Both begin after a checkpoint. Medians of five rounds are printed, in microseconds a subject.
 */
public final class LdvBench {
    private static final int ROUNDS = 5;
    private static final double NANOS_PER_MICRO = 1e3;
    private static final int BYTES = 32;

    private final Clock clock = Clock.systemUTC();
    private final Database database = TestPostgres.database(null);
    private final ProcessingLog log = AuditParts.processing(database, clock);
    private final List<Subject> subjects;

    private LdvBench(int count) {
        SecureRandom random = new SecureRandom();
        subjects = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            byte[] person = new byte[BYTES];
            random.nextBytes(person);
            subjects.add(Subject.of(person));
        }
    }

    /** Argument: subjects (default 200,000). */
    public static void main(String[] arguments) throws Exception {
        run(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200_000, System.out);
    }

    /** Measures and prints. */
    static void run(int count, PrintStream out) throws Exception {
        LdvBench bench = new LdvBench(count);
        bench.lines();
        bench.bare();
        double[] lines = new double[ROUNDS];
        double[] bare = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            bare[round] = bench.bare();
            lines[round] = bench.lines();
            print(out, "round " + (round + 1), lines[round], bare[round]);
        }
        print(out, "median of " + count + " subjects", Median.of(lines), Median.of(bare));
    }

    private static void print(PrintStream out, String what, double line, double bare) {
        out.printf(
                Locale.ROOT,
                "%s: a line %.2f us, a row of a bare COPY %.2f us, %.2f times; beyond the COPY %.2f us%n",
                what,
                line,
                bare,
                line / bare,
                line - bare);
    }

    private double lines() throws Exception {
        BareCopy.execute("checkpoint");
        long begin = System.nanoTime();
        Instant start = clock.instant();
        TestPostgres.inTransaction(
                Zone.COLD,
                () -> log.append(
                        Zone.COLD,
                        Processing.ok(ProcessingActivity.BUILD_EXTRACT, "Extract maken", start, clock.instant()),
                        subjects));
        return micros(begin);
    }

    private double bare() throws Exception {
        create();
        BareCopy.execute("checkpoint");
        long begin = System.nanoTime();
        Instant now = clock.instant();
        UUID operation = new UUID(begin, begin);
        TestPostgres.inTransaction(Zone.COLD, () -> {
            try (CopyIn copy = database.copyIn(
                    Zone.COLD, "copy audit.bare_line (t, operation, n, subject) from stdin (format binary)")) {
                int n = 0;
                for (Subject subject : subjects) {
                    copy.row(4).instant(now).uuid(operation).int4(n++).bytes(subject.bytes());
                }
                copy.finish();
            }
            return subjects.size();
        });
        return micros(begin);
    }

    private static void create() throws SQLException {
        BareCopy.execute("drop table if exists audit.bare_line");
        BareCopy.execute("create table audit.bare_line (t timestamptz not null, operation uuid not null,"
                + " n integer not null, subject bytea not null)");
        BareCopy.execute("grant insert on audit.bare_line to schakel_cold");
    }

    private double micros(long begin) {
        return (System.nanoTime() - begin) / NANOS_PER_MICRO / subjects.size();
    }
}
