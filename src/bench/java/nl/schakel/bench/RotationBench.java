package nl.schakel.bench;

import java.io.PrintStream;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditTrail;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import nl.schakel.audit.store.AuditParts;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.TestPostgres;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.NextLayers;
import nl.schakel.pseudonym.RecordKeyRefusal;
import nl.schakel.pseudonym.RotateLinkKey;
import nl.schakel.pseudonym.crypto.LayerParts;
import nl.schakel.pseudonym.store.RotationParts;

/**
 * {@code deploy/bench rotation}: a whole rotation of persons with linkage pseudonyms, from the first lock to the commit and with
 * its audit entries and checks, against a bare {@code INSERT … SELECT} of the same rows into an empty table with the same
 * constraints and indexes, and against the same into a table with none. Rounds alternate; medians are printed.
 */
public final class RotationBench {
    private static final int ROUNDS = 3;
    private static final double NANOS = 1e9;

    private final Database database = TestPostgres.database(null);
    private final int persons;

    private RotationBench(int persons) {
        this.persons = persons;
    }

    /** Argument: persons (default 1,000,000). */
    public static void main(String[] arguments) throws Exception {
        new RotationBench(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000).run(System.out);
    }

    private void run(PrintStream out) throws Exception {
        NextLayers layers = LayerParts.drawn(Files.createTempDirectory("rotation-bench-"), ROUNDS + 1);
        BareCopy.execute(
                "insert into pseudonym.person (p, lp, generation) select sha256(int4send(i)), sha256(int4send(-i)), 1"
                        + " from generate_series(1, " + persons + ") as i");
        double[] rotation = new double[ROUNDS];
        double[] bare = new double[ROUNDS];
        double[] heap = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            bare[round] = copy("including all");
            heap[round] = copy("");
            BareCopy.execute("checkpoint");
            rotation[round] = rotate(layers, round + 2);
            out.printf(
                    Locale.ROOT,
                    "%-64s %8.1f %8.1f %8.1f s%n",
                    "rotation, with indexes, without",
                    rotation[round],
                    bare[round],
                    heap[round]);
        }
        row(out, "rotation of " + persons + " linkage pseudonyms", Median.of(rotation));
        row(out, "INSERT … SELECT, same constraints and indexes", Median.of(bare));
        row(out, "INSERT … SELECT, no constraint or index", Median.of(heap));
        out.printf(
                Locale.ROOT,
                "%-64s %8.2f%n",
                "rotation / INSERT … SELECT (budget 2)",
                Median.of(rotation) / Median.of(bare));
        out.printf(
                Locale.ROOT,
                "%-64s %8.2f%n",
                "rotation / INSERT … SELECT without indexes",
                Median.of(rotation) / Median.of(heap));
    }

    private static double copy(String including) throws SQLException {
        return BareCopy.seconds("pseudonym.person", including, "select * from pseudonym.person");
    }

    private double rotate(NextLayers layers, int next) throws Exception {
        AuditTrail trail = AuditParts.trail(database, Clock.systemUTC());
        RotateLinkKey use =
                new RotateLinkKey(layers, RotationParts.values(database), trail, new RecordKeyRefusal(trail));
        long start = System.nanoTime();
        TestPostgres.inTransaction(Zone.LINK, () -> use.rotate(custodian(), custodian(), next));
        return (System.nanoTime() - start) / NANOS;
    }

    private static Actor custodian() {
        return new Actor(new StaffId(UUID.randomUUID()), Set.of(Role.CUSTODIAN_B), Optional.empty());
    }

    private static void row(PrintStream out, String name, double seconds) {
        out.printf(Locale.ROOT, "%-64s %8.1f s%n", name, seconds);
    }
}
