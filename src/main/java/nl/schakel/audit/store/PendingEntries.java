package nl.schakel.audit.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import nl.schakel.audit.LoggedEntry;
import nl.schakel.audit.LoggedEntry.PrivatePart;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.DatabaseFailure;
import nl.schakel.platform.database.Statements;
import nl.schakel.platform.database.Zone;

/** Writes entries to {@code audit.pending}, and their erasable parts beside it. */
final class PendingEntries {
    private static final String ENTRY = "insert into audit.pending (id, t, kind, entry) values (?, ?, ?, ?)";
    private static final String BOTH = "with written as (" + ENTRY + ")"
            + " insert into audit.private_detail (entry_id, salt, detail) values (?, ?, ?)";

    private PendingEntries() {}

    /** @throws IllegalStateException where each statement would be a transaction of its own */
    static void requireTransaction(Database database, Zone zone) {
        try (Connection connection = database.connection(zone)) {
            if (connection.getAutoCommit()) {
                throw new IllegalStateException("an entry belongs to the transaction of its act");
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    static void insert(Statements statements, LoggedEntry logged) {
        UUID id = logged.id().value();
        if (logged.priv().isEmpty()) {
            statements.update(ENTRY, id, logged.t(), logged.kind(), logged.text());
            return;
        }
        PrivatePart priv = logged.priv().get();
        statements.update(BOTH, id, logged.t(), logged.kind(), logged.text(), id, priv.salt(), priv.text());
    }
}
