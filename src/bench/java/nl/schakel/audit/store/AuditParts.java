package nl.schakel.audit.store;

import java.time.Clock;
import nl.schakel.audit.AuditTrail;
import nl.schakel.audit.Checkpoint;
import nl.schakel.audit.CheckpointSigner;
import nl.schakel.audit.EntryWriter;
import nl.schakel.audit.InMemoryAuditTrail;
import nl.schakel.audit.LogTree;
import nl.schakel.audit.ProcessingLog;
import nl.schakel.audit.SignedNote;
import nl.schakel.audit.TestKeys;
import nl.schakel.platform.database.Database;

/** Both logs in PostgreSQL under keys that everybody knows, for benchmarks outside the container. */
public final class AuditParts {
    private AuditParts() {}

    /** The audit trail. */
    public static AuditTrail trail(Database database, Clock clock) {
        return new PostgresAuditTrail(database, new EntryWriter(new TestKeys(), InMemoryAuditTrail.stamps(clock)));
    }

    /** The processing log. */
    public static ProcessingLog processing(Database database, Clock clock) {
        return new PostgresProcessingLog(database, new TestKeys(), InMemoryAuditTrail.stamps(clock));
    }

    /** The log as the sequencer grows it, without a key: nothing is signed. */
    public static LogTree tree(Database database) {
        return new PostgresLogTree(database, new CheckpointSigner() {
            @Override
            public String origin() {
                return "schakel.test/log";
            }

            @Override
            public SignedNote sign(Checkpoint checkpoint) {
                throw new IllegalStateException("a bench has no key");
            }

            @Override
            public String verificationKey() {
                throw new IllegalStateException("a bench has no key");
            }
        });
    }
}
