package nl.schakel.audit.store;

import nl.schakel.audit.LoggedEntry;
import nl.schakel.audit.LoggedEntry.PrivatePart;
import nl.schakel.platform.database.Statements;

/** Writes entries to {@code audit.pending}, and their erasable parts beside it. */
final class PendingEntries {
    private PendingEntries() {}

    static void insert(Statements statements, LoggedEntry logged) {
        statements.update(
                "insert into audit.pending (id, t, kind, entry) values (?, ?, ?, ?)",
                logged.id().value(),
                logged.t(),
                logged.kind(),
                logged.text());
        logged.priv().ifPresent(priv -> insert(statements, logged, priv));
    }

    private static void insert(Statements statements, LoggedEntry logged, PrivatePart priv) {
        statements.update(
                "insert into audit.private_detail (entry_id, salt, detail) values (?, ?, ?)",
                logged.id().value(),
                priv.salt(),
                priv.text());
    }
}
