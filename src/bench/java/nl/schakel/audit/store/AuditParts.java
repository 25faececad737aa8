package nl.schakel.audit.store;

import java.time.Clock;
import nl.schakel.audit.AuditTrail;
import nl.schakel.audit.EntryWriter;
import nl.schakel.audit.InMemoryAuditTrail;
import nl.schakel.audit.ProcessingLog;
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
}
