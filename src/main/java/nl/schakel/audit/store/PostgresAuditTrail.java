package nl.schakel.audit.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditTrail;
import nl.schakel.audit.EntryWriter;
import nl.schakel.audit.LoggedEntry;
import nl.schakel.audit.LoggedEntry.PrivatePart;
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
            insert(connection, logged);
            if (logged.priv().isPresent()) {
                insert(connection, logged, logged.priv().get());
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static void insert(Connection connection, LoggedEntry logged) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into audit.pending (id, t, kind, entry) values (?, ?, ?, ?)")) {
            insert.setObject(1, logged.id().value());
            insert.setObject(2, logged.t().atOffset(ZoneOffset.UTC));
            insert.setString(3, logged.kind());
            insert.setString(4, logged.text());
            insert.executeUpdate();
        }
    }

    private static void insert(Connection connection, LoggedEntry logged, PrivatePart priv) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into audit.private_detail (entry_id, salt, detail) values (?, ?, ?)")) {
            insert.setObject(1, logged.id().value());
            insert.setString(2, priv.salt());
            insert.setString(3, priv.text());
            insert.executeUpdate();
        }
    }
}
