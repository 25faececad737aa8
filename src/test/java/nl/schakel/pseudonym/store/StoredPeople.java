package nl.schakel.pseudonym.store;

import java.time.Instant;
import nl.schakel.platform.database.Database;
import nl.schakel.pseudonym.KeySeries;
import nl.schakel.pseudonym.People;

/** The persons and the changes of keys of the product, for tests of what other features keep of them. */
public final class StoredPeople {
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

    private StoredPeople() {}

    /** People under keys of this generation. */
    public static People of(Database database, int generation) {
        return new PostgresPeople(database, () -> generation);
    }

    /** Opens a change to the next generation, of which the other keys stay. */
    public static KeySeries open(Database database, int next) {
        KeySeries series = new KeySeries(1, 1, next, next);
        new PostgresKeyChanges(database).open(series, NOW);
        return series;
    }

    /** Closes the change. @return how many local keys were not seen */
    public static long close(Database database) {
        return new PostgresKeyChanges(database).close(NOW).locals();
    }
}
