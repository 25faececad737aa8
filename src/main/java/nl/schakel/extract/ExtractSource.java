package nl.schakel.extract;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.study.Population;

/** Port: the linked data of the cold zone, as far as one extract may hold them. Runs in the caller's transaction. */
public interface ExtractSource {
    /**
     * Takes the shared lock on exits, until the transaction ends: no objection or withdrawal is recorded meanwhile. To be
     * called before the clock is asked.
     */
    void holdExits();

    /**
     * The run whose links hold for the registers as they are read now; empty where there is none, or where registers were
     * loaded after it.
     */
    Optional<UUID> runInForce();

    /**
     * Selects the persons of the population: linked, no objection standing at that instant;
     * with each, whether consent is effective then. They become the members of the extract.
     */
    Selection select(ExtractId extract, Population population, Instant at);

    /**
     * Reads the values of the extract's members; of variables that need consent, only those of members who consent.
     *
     * @param reader called once for each member with a row, and each school year where the group is yearly
     */
    void read(ExtractId extract, ReadGroup group, ValueReader reader);

    /** Takes the values of one person. */
    @FunctionalInterface
    interface ValueReader {
        /**
         * Takes one row.
         *
         * @param schoolYear the year in which the school year starts; 0 where the group is not yearly
         * @param values a value for each variable of the group, "no data" where the source has none. The array is reused
         */
        void row(PersonKey person, int schoolYear, int[] values);
    }
}
