package nl.schakel.audit;

import java.time.Clock;
import java.util.List;
import nl.schakel.platform.database.Zone;

class InMemoryAuditTrailTest implements AuditTrailContract {
    @Override
    public List<LoggedEntry> append(Zone zone, Clock clock, AuditEntry... entries) {
        InMemoryAuditTrail trail = new InMemoryAuditTrail(clock);
        for (AuditEntry entry : entries) {
            trail.append(zone, entry);
        }
        return trail.logged();
    }
}
