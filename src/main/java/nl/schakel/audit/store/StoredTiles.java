package nl.schakel.audit.store;

import nl.schakel.platform.database.Statements;

/** Reads {@code audit.tile}. */
final class StoredTiles {
    private StoredTiles() {}

    static byte[] read(Statements statements, int level, long index) {
        return statements
                .list(
                        "select hashes from audit.tile where level = ? and index = ?",
                        row -> row.getBytes(1),
                        level,
                        index)
                .stream()
                .findFirst()
                .orElseGet(() -> new byte[0]);
    }
}
