package nl.schakel.pseudonym.store;

import nl.schakel.platform.database.Database;
import nl.schakel.pseudonym.KeyedValues;

/** The stored keyed values, for benchmarks outside the container. */
public final class RotationParts {
    private RotationParts() {}

    /** Keyed values in PostgreSQL. */
    public static KeyedValues values(Database database) {
        return new PostgresKeyedValues(database);
    }
}
