package nl.schakel.audit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import nl.schakel.platform.database.Zone;

/** An audit trail for plain tests: keeps what use cases said, and what would have been logged. Not thread-safe. */
public final class InMemoryAuditTrail implements AuditTrail {
    /** The origin of everything in plain tests. */
    public static final Origin ORIGIN =
            new Origin(new Trace("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"), "test/192.0.2.0");

    private final EntryWriter writer;
    private final List<AuditEntry> said = new ArrayList<>();
    private final List<LoggedEntry> logged = new ArrayList<>();

    /** Logs in the time of this clock. */
    public InMemoryAuditTrail(Clock clock) {
        this.writer = new EntryWriter(new TestKeys(), stamps(clock));
    }

    /** Stamps of that origin under the first version of every activity. */
    public static Stamps stamps(Clock clock) {
        return new Stamps(() -> ORIGIN, activity -> activity.uri(1), clock);
    }

    @Override
    public void append(Zone zone, AuditEntry entry) {
        said.add(entry);
        logged.add(writer.write(entry));
    }

    /** What use cases handed over, oldest first. */
    public List<AuditEntry> said() {
        return List.copyOf(said);
    }

    /** What would stand in the log, oldest first. */
    public List<LoggedEntry> logged() {
        return List.copyOf(logged);
    }
}
