package nl.schakel.pseudonym.store;

import nl.schakel.platform.database.Database;
import nl.schakel.pseudonym.People;

/** The store of persons, for benchmarks outside the container. */
public final class PeopleParts {
    private PeopleParts() {}

    /** Persons in PostgreSQL. */
    public static People people(Database database) {
        return new PostgresPeople(database, () -> 1);
    }
}
