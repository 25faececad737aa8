package nl.schakel.bench;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditTrail;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import nl.schakel.audit.store.AuditParts;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.TestPostgres;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.ChangeSeries;
import nl.schakel.pseudonym.HeldStores;
import nl.schakel.pseudonym.Holder;
import nl.schakel.pseudonym.KeyChanges;
import nl.schakel.pseudonym.KeyId;
import nl.schakel.pseudonym.KeyRegister;
import nl.schakel.pseudonym.KeyRules;
import nl.schakel.pseudonym.RecordKeyRefusal;
import nl.schakel.pseudonym.crypto.LayerParts;
import nl.schakel.pseudonym.store.RotationParts;

/**
 * {@code deploy/bench series}: opening and closing a change of series (decision 0019) over persons with a linkage pseudonym, a
 * local token and a pupil of a delivery each, by the use cases, from the first lock to the commit. Beside each a bare
 * {@code INSERT … SELECT} of the rows that it leaves in the tables that it writes, into empty tables with the same constraints
 * and indexes. Between the two all but one in a hundred are seen again, by statements that are not timed; this leaves dead
 * rows, as deliveries do. The keys of holder A stay: which keys the new series has changes nothing in the tables. Every round
 * begins with the same rows; medians are printed.
 */
public final class SeriesBench {
    private static final int ROUNDS = 3;
    private static final double NANOS = 1e9;
    private static final Map<String, String> OPENED = Map.of(
            "pseudonym.earlier_number", "select lp, p from pseudonym.person",
            "pseudonym.earlier_local", "select token, p from pseudonym.local_pupil",
            "pseudonym.person", "select p, null, generation from pseudonym.person",
            "delivery.pupil_token",
                    "select delivery_id, pupil_no, local, sex_token, birth_token, true, true from delivery.pupil_token");
    private static final Map<String, String> CLOSED = Map.of(
            "pseudonym.person", "select * from pseudonym.person",
            "delivery.pupil_token", "select * from delivery.pupil_token");

    private final Clock clock = Clock.systemUTC();
    private final Database database = TestPostgres.database(null);
    private final KeyChanges changes = RotationParts.changes(database);
    private final ChangeSeries change;
    private final int persons;

    private SeriesBench(int persons) throws Exception {
        this.persons = persons;
        Path folder = Files.createTempDirectory("series-bench-");
        AuditTrail trail = AuditParts.trail(database, clock);
        HeldStores stores = LayerParts.holderA(folder);
        stores.checkValues(Holder.A).forEach(RotationParts.known(database, clock)::recognizes);
        KeyRegister register = RotationParts.register(database, trail, clock);
        change = new ChangeSeries(
                changes,
                LayerParts.drawn(folder, ROUNDS + 1),
                new KeyRules(register, stores, clock),
                trail,
                new RecordKeyRefusal(trail),
                clock);
    }

    /** Argument: persons (default 1,000,000). */
    public static void main(String[] arguments) throws Exception {
        new SeriesBench(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000).run(System.out);
    }

    /** Of one round, or medians. */
    private record Seconds(double open, double bareOpen, double close, double bareClose) {}

    private void run(PrintStream out) throws Exception {
        List<Seconds> rounds = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            fill(round);
            double bareOpen = copies(OPENED);
            double open = open(round + 1);
            see(round + 1);
            double bareClose = copies(CLOSED);
            rounds.add(new Seconds(open, bareOpen, close(), bareClose));
            print(out, "round " + round, rounds.get(round - 1));
        }
        Seconds medians = new Seconds(
                median(rounds, Seconds::open),
                median(rounds, Seconds::bareOpen),
                median(rounds, Seconds::close),
                median(rounds, Seconds::bareClose));
        print(out, "median of " + persons + " persons", medians);
    }

    private static double median(List<Seconds> rounds, ToDoubleFunction<Seconds> part) {
        return Median.of(rounds.stream().mapToDouble(part).toArray());
    }

    /** The same rows of every round, under this generation. */
    private void fill(int generation) throws SQLException {
        BareCopy.execute("truncate pseudonym.person, pseudonym.local_pupil, delivery.pupil_token cascade");
        String from = " from generate_series(1, " + persons + ") as i";
        BareCopy.execute(
                "insert into pseudonym.person (p, lp, generation) select sha256(int4send(i)), sha256(int4send(-i)), "
                        + generation + from);
        BareCopy.execute(
                "insert into pseudonym.local_pupil (token, p) select sha256('l' || int4send(i)), sha256(int4send(i))"
                        + from);
        BareCopy.execute("insert into delivery.pupil_token (delivery_id, pupil_no, local, sex_token, birth_token)"
                + " select '00000000-0000-4000-8000-000000000001', i, sha256('l' || int4send(i)),"
                + " sha256('s' || int4send(i)), sha256('b' || int4send(i))" + from);
    }

    private static double copies(Map<String, String> tables) throws SQLException {
        double all = 0;
        for (Map.Entry<String, String> table : tables.entrySet()) {
            all += BareCopy.seconds(table.getKey(), "including all", table.getValue());
        }
        return all;
    }

    private double open(int next) throws Exception {
        List<KeyId> becomes = List.of(new KeyId("link/" + next));
        BareCopy.execute("checkpoint");
        long start = System.nanoTime();
        KeyChanges.Counts counts =
                TestPostgres.inTransaction(Zone.LINK, () -> change.open(custodian(), custodian(), next, becomes));
        double spent = (System.nanoTime() - start) / NANOS;
        if (counts.persons() != persons || counts.locals() != persons) {
            throw new IllegalStateException("opened with " + counts);
        }
        return spent;
    }

    /** What {@code pseudonym.move_seen} does when all but one in a hundred are delivered again. */
    private void see(int generation) throws SQLException {
        BareCopy.execute(
                "with gone as (delete from pseudonym.earlier_number e where get_byte(e.lp, 0) > 2 returning e.lp, e.p)"
                        + " update pseudonym.person q set lp = sha256('n' || g.lp), generation = " + generation
                        + " from gone g where q.p = g.p");
        BareCopy.execute("with gone as (delete from pseudonym.earlier_local e where get_byte(e.token, 0) > 2"
                + " returning e.token, e.p), added as (insert into pseudonym.local_pupil (token, p)"
                + " select sha256('n' || g.token), g.p from gone g)"
                + " update delivery.pupil_token t set local = sha256('n' || g.token), earlier_local = false from gone g"
                + " where t.local = g.token and t.earlier_local");
    }

    private double close() throws Exception {
        KeyChanges.Unseen unseen = TestPostgres.inTransaction(Zone.LINK, () -> changes.unseen(clock.instant()));
        BareCopy.execute("checkpoint");
        long start = System.nanoTime();
        TestPostgres.inTransaction(Zone.LINK, () -> change.close(custodian(), custodian(), unseen.lost()));
        return (System.nanoTime() - start) / NANOS;
    }

    private static Actor custodian() {
        return new Actor(new StaffId(UUID.randomUUID()), Set.of(Role.CUSTODIAN_B), Optional.empty());
    }

    private static void print(PrintStream out, String name, Seconds seconds) {
        out.printf(
                Locale.ROOT,
                "%s: open %.1f s, bare %.1f s, ratio %.2f; close %.1f s, bare %.1f s, ratio %.2f%n",
                name,
                seconds.open,
                seconds.bareOpen,
                seconds.open / seconds.bareOpen,
                seconds.close,
                seconds.bareClose,
                seconds.close / seconds.bareClose);
    }
}
