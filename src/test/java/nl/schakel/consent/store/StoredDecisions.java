package nl.schakel.consent.store;

import nl.schakel.consent.SchoolDecisions;
import nl.schakel.platform.database.Database;

/** The decisions of the product, for tests of features that respect them. */
public final class StoredDecisions {
    private StoredDecisions() {}

    /** Those of the school for which the database acts. */
    public static SchoolDecisions of(Database database) {
        return new PostgresSchoolDecisions(database);
    }
}
