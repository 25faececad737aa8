package nl.schakel.audit.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditTrail;
import nl.schakel.audit.EntryWriter;
import nl.schakel.audit.LoggedEntry;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.DatabaseFailure;
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
        try (Connection connection = database.connection(zone)) {
            if (connection.getAutoCommit()) {
                throw new IllegalStateException("an entry belongs to the transaction of its act");
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
        PendingEntries.insert(database.statements(zone), logged);
    }
}
