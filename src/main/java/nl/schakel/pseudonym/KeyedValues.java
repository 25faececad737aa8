package nl.schakel.pseudonym;

import java.util.List;

/** Port: all stored values over which the linkage keys lie. Every method runs in the caller's transaction, zone LINK. */
public interface KeyedValues {
    /**
     * What was rewritten in a table.
     *
     * @param relation schema and table
     * @param rows its rows, as many as before
     * @param recomputed rows that were computed a second time and compared
     */
    record Rewritten(String relation, long rows, long recomputed) {}

    /**
     * Waits for whoever holds the generation in force, keeps everybody else out, and answers that generation.
     *
     * @throws PseudonymRefused.NotRotated while a change of keys is open
     */
    int lock();

    /**
     * Puts the layer over every value, in new files: no file of the tables holds an old value once the transaction has
     * ended. Needs the same memory for any number of rows.
     *
     * @throws PseudonymRefused.NotRotated where two values became one, or a count or a recomputed value differs
     */
    List<Rewritten> rewrite(NextLayers.Layer layer, int next);

    /** Puts the generation in force from the commit on. @throws PseudonymRefused.NotRotated where a table was left out */
    void putInForce(int next);
}
