package nl.schakel.audit.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditTrail;
import nl.schakel.audit.EntryWriter;
import nl.schakel.audit.LoggedEntry;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.Zone;

/** Entries in {@code audit.pending}, their erasable parts in {@code audit.private_detail}. */
@Dependent
class PostgresAuditTrail implements AuditTrail {
    private final Database database;
    private final EntryWriter writer;

    @Inject
    PostgresAuditTrail(Database database, EntryWriter writer) {
        this.database = database;
        this.writer = writer;
    }

    @Override
    public void append(Zone zone, AuditEntry entry) {
        LoggedEntry logged = writer.write(entry);
        PendingEntries.requireTransaction(database, zone);
        PendingEntries.insert(database.statements(zone), logged);
    }
}
