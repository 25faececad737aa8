package nl.schakel.bench;

import java.io.PrintStream;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditTrail;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.audit.SequenceEntries;
import nl.schakel.audit.store.AuditParts;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.TestPostgres;
import nl.schakel.platform.database.Zone;

/**
 * {@code deploy/bench audit}: what the log costs. Eight connections commit business work without a break: a transaction that
 * reads three rows by key, adds ten and changes one, about what a page does that decides something. It is measured without an
 * entry, with one while the sequencer stands still, and with one while the sequencer numbers all of them and a reserve of entries
 * besides. Each committed transaction waits for the disk, as in the service. Rounds alternate; medians are printed.
 */
public final class AuditBench {
    private static final int CONNECTIONS = 8;
    private static final int ROUNDS = 5;
    private static final double NANOS = 1e9;
    private static final int ROWS = 10;

    private final Database database = TestPostgres.database(null);
    private final AuditTrail trail = AuditParts.trail(database, Clock.systemUTC());
    private final double seconds;

    private AuditBench(double seconds) {
        this.seconds = seconds;
    }

    /** Argument: seconds a measurement (default 5). */
    public static void main(String[] arguments) throws Exception {
        new AuditBench(arguments.length > 0 ? Double.parseDouble(arguments[0]) : 5).run(System.out);
    }

    /** What the business transactions write beside their own rows. */
    private enum Log {
        NONE,
        WRITTEN,
        NUMBERED
    }

    private void run(PrintStream out) throws Exception {
        BareCopy.execute("create table public.business (id uuid primary key, note text not null, n integer not null)");
        BareCopy.execute("grant select, insert, update on public.business to schakel_cold");
        BareCopy.execute("grant usage on schema public to schakel_cold");
        BareCopy.execute(
                "insert into public.business select gen_random_uuid(), 'start', 0 from generate_series(1, 10000)");
        measure(Log.WRITTEN);
        double[][] rates = new double[Log.values().length][ROUNDS];
        double[] numbered = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            for (Log log : Log.values()) {
                drain();
                if (log == Log.NUMBERED) {
                    reserve();
                }
                Rate rate = measure(log);
                rates[log.ordinal()][round] = rate.commits();
                numbered[round] = rate.numbered();
            }
        }
        double bare = Median.of(rates[Log.NONE.ordinal()]);
        row(out, "commits a second without an entry", bare, 1);
        row(out, "with an entry, sequencer paused (budget 0.90)", Median.of(rates[Log.WRITTEN.ordinal()]), bare);
        row(out, "with an entry, sequencer running (budget 0.70)", Median.of(rates[Log.NUMBERED.ordinal()]), bare);
        row(out, "entries numbered a second meanwhile (budget 15,000)", Median.of(numbered), 15_000);
    }

    private record Rate(double commits, double numbered) {}

    private Rate measure(Log log) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS + 1);
        try {
            List<Future<Long>> business = new ArrayList<>();
            long start = System.nanoTime();
            for (int i = 0; i < CONNECTIONS; i++) {
                business.add(threads.submit(() -> commits(log, over)));
            }
            Future<Long> sequencer = threads.submit(() -> log == Log.NUMBERED ? numbers(over) : 0L);
            Thread.sleep((long) (seconds * 1000));
            over.set(true);
            long commits = 0;
            for (Future<Long> one : business) {
                commits += one.get();
            }
            double passed = (System.nanoTime() - start) / NANOS;
            return new Rate(commits / passed, sequencer.get() / passed);
        } finally {
            threads.shutdown();
        }
    }

    /** The transactions of one connection until it is over. */
    private long commits(Log log, AtomicBoolean over) throws Exception {
        long count = 0;
        try (Business work = new Business()) {
            while (!over.get()) {
                work.commit(log != Log.NONE);
                count++;
            }
        }
        return count;
    }

    /** Batch after batch until it is over. */
    private static long numbers(AtomicBoolean over) throws Exception {
        long count = 0;
        try (OneConnection log = new OneConnection(Zone.LOG)) {
            SequenceEntries batch = new SequenceEntries(AuditParts.tree(log.database()));
            while (!over.get()) {
                count += batch.next();
                log.connection().commit();
            }
        }
        return count;
    }

    /** Everything that waits gets its number, outside the measurement. */
    private static void drain() throws Exception {
        try (OneConnection log = new OneConnection(Zone.LOG)) {
            SequenceEntries batch = new SequenceEntries(AuditParts.tree(log.database()));
            int last;
            do {
                last = batch.next();
                log.connection().commit();
            } while (last > 0);
        }
        BareCopy.execute("vacuum audit.pending");
        BareCopy.execute("checkpoint");
    }

    /** More entries than can be numbered in a measurement, of the size of real ones. */
    private void reserve() throws Exception {
        long entries = (long) (seconds * 40_000);
        try (OneConnection cold = new OneConnection(Zone.COLD)) {
            AuditParts.trail(cold.database(), Clock.systemUTC()).append(Zone.COLD, entry(UUID.randomUUID()));
            cold.connection().commit();
        }
        BareCopy.execute("insert into audit.pending select gen_random_uuid(), t, kind, entry from (select * from"
                + " audit.pending limit 1) p, generate_series(1, " + entries + ")");
        BareCopy.execute("checkpoint");
    }

    private static AuditEntry entry(UUID row) {
        return AuditEntry.bySystem("bench.decide", ProcessingActivity.OPERATE)
                .on("bench/" + row)
                .detail("rows", ROWS);
    }

    /** The business transactions of one connection. */
    private static final class Business implements AutoCloseable {
        private final OneConnection cold = new OneConnection(Zone.COLD);
        private final AuditTrail trail = AuditParts.trail(cold.database(), Clock.systemUTC());
        private final PreparedStatement read =
                cold.connection().prepareStatement("select note, n from public.business where id = ?");
        private final PreparedStatement add =
                cold.connection().prepareStatement("insert into public.business values (?, ?, 0)");
        private final PreparedStatement change =
                cold.connection().prepareStatement("update public.business set n = n + 1 where id = ?");

        Business() throws Exception {}

        void commit(boolean audited) throws Exception {
            UUID first = UUID.randomUUID();
            for (int i = 0; i < ROWS; i++) {
                add.setObject(1, i == 0 ? first : UUID.randomUUID());
                add.setString(2, "a row of a decision");
                add.addBatch();
            }
            add.executeBatch();
            for (int i = 0; i < 3; i++) {
                read.setObject(1, first);
                read.executeQuery().close();
            }
            change.setObject(1, first);
            change.executeUpdate();
            if (audited) {
                trail.append(Zone.COLD, entry(first));
            }
            cold.connection().commit();
        }

        @Override
        public void close() throws Exception {
            cold.close();
        }
    }

    private static void row(PrintStream out, String name, double rate, double of) {
        out.printf(Locale.ROOT, "%-60s %10.0f %8.2f%n", name, rate, rate / of);
    }
}
