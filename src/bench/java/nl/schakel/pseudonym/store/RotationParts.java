package nl.schakel.pseudonym.store;

import java.time.Clock;
import nl.schakel.audit.AuditTrail;
import nl.schakel.platform.database.Database;
import nl.schakel.pseudonym.KeyChanges;
import nl.schakel.pseudonym.KeyRegister;
import nl.schakel.pseudonym.KeyedValues;
import nl.schakel.pseudonym.KnownKeys;

/** What rotation and a change of series need of the database, for benchmarks outside the container. */
public final class RotationParts {
    private RotationParts() {}

    /** Keyed values in PostgreSQL. */
    public static KeyedValues values(Database database) {
        return new PostgresKeyedValues(database);
    }

    /** The change of series in PostgreSQL. */
    public static KeyChanges changes(Database database) {
        return new PostgresKeyChanges(database);
    }

    /** The register of keys in PostgreSQL. */
    public static KeyRegister register(Database database, AuditTrail trail, Clock clock) {
        return new PostgresKeyRegister(database, trail, clock);
    }

    /** The keys that the database met. */
    public static KnownKeys known(Database database, Clock clock) {
        return new PostgresKnownKeys(database, clock);
    }
}
