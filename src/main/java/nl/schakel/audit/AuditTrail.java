package nl.schakel.audit;

import nl.schakel.platform.database.Zone;

/**
 * Port: the record of who did what. Each use case appends one entry, in its own transaction, so that an act without an
 * entry and an entry without its act cannot exist.
 */
public interface AuditTrail {
    /**
     * Appends the entry to the running transaction of the zone.
     *
     * @param zone the zone in which the use case writes
     * @throws IllegalStateException where the zone has no running transaction
     */
    void append(Zone zone, AuditEntry entry);
}
