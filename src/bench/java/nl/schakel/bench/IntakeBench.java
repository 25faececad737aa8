package nl.schakel.bench;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.schakel.platform.database.CopyIn;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/**
 * {@code deploy/bench intake}: UWLR results through the API of the packaged service (parse, validate, tokens, store,
 * audit, one transaction), and in the same run a bare binary COPY of the same rows into a table with the same columns and
 * index in the same database. After three warm-up deliveries rounds alternate, for three schools in turn; medians are printed. The message is made
 * while it is sent, on the same cores, which counts against the service.
 */
public final class IntakeBench {
    private static final List<String> SCHOOLS = List.of("99AA", "99BB", "99XX", "99AA", "99BB");
    private static final String WARM_UP = "99ZZ";
    private static final int WARM_UPS = 3;
    private static final double NANOS = 1e9;

    private final IntakeTarget target;
    private final int pupils;
    private final int perPupil;

    private IntakeBench(IntakeTarget target, int pupils, int perPupil) {
        this.target = target;
        this.pupils = pupils;
        this.perPupil = perPupil;
    }

    /**
     * Arguments: results (default 1,000,000), pupils (default 50,000), and {@code direct} to call the use case in this
     * process instead of the packaged service.
     */
    public static void main(String[] arguments) throws Exception {
        int results = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int pupils = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 50_000;
        boolean direct = arguments.length > 2 && arguments[2].equals("direct");
        try (IntakeTarget target = direct ? new DirectIntake() : new ServedIntake()) {
            new IntakeBench(target, pupils, results / pupils).run(System.out);
        }
    }

    private void run(PrintStream out) throws Exception {
        for (int time = 0; time < WARM_UPS; time++) {
            deliver(WARM_UP, "w" + time + "-", pupils);
        }
        prepareTable();
        copy(pupils);
        double[] intake = new double[SCHOOLS.size()];
        double[] bare = new double[SCHOOLS.size()];
        double[] ratio = new double[SCHOOLS.size()];
        for (int round = 0; round < SCHOOLS.size(); round++) {
            checkpoint();
            intake[round] = deliver(SCHOOLS.get(round), "p" + round + "-", pupils);
            checkpoint();
            bare[round] = copy(pupils);
            ratio[round] = bare[round] / intake[round];
            report(out, "round " + (round + 1), intake[round], bare[round], ratio[round]);
        }
        report(out, "median of each", Median.of(intake), Median.of(bare), Median.of(ratio));
    }

    private void report(PrintStream out, String name, double intake, double bare, double ratio) {
        long rows = (long) pupils * perPupil;
        out.printf(
                Locale.ROOT,
                "%s: %,d results of %,d pupils; service %,.0f rows/s; bare COPY %,.0f rows/s; ratio %.1f %%%n",
                name,
                rows,
                pupils,
                rows / intake,
                rows / bare,
                100 * ratio);
    }

    private double deliver(String brin, String prefix, int count) throws Exception {
        long start = System.nanoTime();
        long accepted = target.deliver(brin, new UwlrStream(brin, prefix, count, perPupil));
        double seconds = (System.nanoTime() - start) / NANOS;
        if (accepted != (long) count * perPupil) {
            throw new IllegalStateException("only " + accepted + " rows were accepted");
        }
        return seconds;
    }

    private void prepareTable() throws SQLException {
        execute("create schema if not exists bench");
        execute("create table bench.result (like delivery.result including all)");
    }

    private void checkpoint() throws SQLException {
        execute("checkpoint");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = target.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private double copy(int count) throws SQLException {
        UUID delivery = UUID.randomUUID();
        try (Connection connection = target.superuser()) {
            long start = System.nanoTime();
            connection.setAutoCommit(false);
            String sql =
                    "copy bench.result (delivery_id, row_no, pupil_no, test_no, test_date, raw_score, ability, level) "
                            + "from stdin (format binary)";
            PGCopyOutputStream stream = new PGCopyOutputStream(connection.unwrap(PGConnection.class), sql, 1 << 16);
            CopyIn out = new CopyIn(stream);
            for (int pupil = 0; pupil < count; pupil++) {
                for (int i = 0; i < perPupil; i++) {
                    out.row(8)
                            .uuid(delivery)
                            .int4(pupil * perPupil + i + 1)
                            .int4(pupil)
                            .int4(i % UwlrStream.TESTS);
                    out.dateOfEpochDay(19_000 + i).int4((pupil + i) % 96);
                    (i % 2 == 0 ? out.float8(100.5 + (pupil + i) % 200) : out.nullField()).nullField();
                }
            }
            out.finish();
            stream.endCopy();
            connection.commit();
            return (System.nanoTime() - start) / NANOS;
        }
    }
}
