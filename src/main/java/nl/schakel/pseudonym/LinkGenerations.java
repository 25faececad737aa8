package nl.schakel.pseudonym;

import nl.schakel.platform.database.Zone;

/** Port: which series of keys and which generation of the linkage keys stored values have. Thread-safe. */
public interface LinkGenerations {
    /** The series in force, read in a transaction of its own; it may have changed when the caller reads it. */
    SeriesInForce inForce();

    /** The generation in force, which stays so until the end of the caller's transaction. */
    int hold(Zone zone);
}
