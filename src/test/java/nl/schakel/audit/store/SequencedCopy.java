package nl.schakel.audit.store;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.Checkpoint;
import nl.schakel.audit.CheckpointSigner;
import nl.schakel.audit.EntryWriter;
import nl.schakel.audit.InMemoryAuditTrail;
import nl.schakel.audit.PublishCheckpoint;
import nl.schakel.audit.SequenceEntries;
import nl.schakel.audit.SignedNote;
import nl.schakel.audit.TestKeys;
import nl.schakel.platform.database.CopiedDatabase;
import nl.schakel.platform.database.Zone;

/** A database of its own, in which a test takes the steps of the sequencer one by one. */
final class SequencedCopy implements AutoCloseable {
    static final CheckpointSigner SIGNER = new CheckpointSigner() {
        @Override
        public String origin() {
            return "schakel.test/log";
        }

        @Override
        public SignedNote sign(Checkpoint checkpoint) {
            return new SignedNote(checkpoint.text() + "\n\u2014 schakel.test/log AAAA\n");
        }

        @Override
        public String verificationKey() {
            return "schakel.test/log+00000000+AA==";
        }
    };

    final CopiedDatabase copy;
    Instant now = Instant.EPOCH;

    SequencedCopy() {
        try {
            copy = new CopiedDatabase();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes away what tests left in the log. */
    void empty() {
        for (String table : List.of("pending", "entry", "tile", "checkpoint", "private_detail")) {
            withoutTriggers("audit." + table, "truncate audit." + table);
        }
    }

    /** What the owner of a table can do, and a superuser. */
    void withoutTriggers(String table, String sql) {
        copy.write("alter table " + table + " disable trigger user");
        copy.write(sql);
        copy.write("do $$ declare name text; begin for name in select tgname from pg_trigger where tgrelid = '" + table
                + "'::regclass and not tgisinternal loop execute 'alter table " + table
                + " enable always trigger ' || name; end loop; end $$");
    }

    Clock clock() {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    EntryWriter writer() {
        return new EntryWriter(new TestKeys(), InMemoryAuditTrail.stamps(clock()));
    }

    void append(int count, AuditEntry entry) throws Exception {
        copy.committed(Zone.COLD, null, database -> {
            PostgresAuditTrail trail = new PostgresAuditTrail(database, writer());
            for (int i = 0; i < count; i++) {
                trail.append(Zone.COLD, entry);
            }
            return count;
        });
    }

    int sequence() throws Exception {
        return copy.committed(
                Zone.LOG, null, database -> new SequenceEntries(new PostgresLogTree(database, SIGNER)).next());
    }

    Optional<Checkpoint> prepare() throws Exception {
        return copy.committed(Zone.LOG, null, database -> new PublishCheckpoint(
                        new PostgresLogTree(database, SIGNER), SIGNER, clock())
                .prepare());
    }

    void publish(Checkpoint checkpoint) throws Exception {
        copy.committed(Zone.LOG, null, database -> {
            PublishCheckpoint step = new PublishCheckpoint(new PostgresLogTree(database, SIGNER), SIGNER, clock());
            step.publish(checkpoint, step.sign(checkpoint));
            return checkpoint;
        });
    }

    @Override
    public void close() throws SQLException {
        copy.close();
    }
}
