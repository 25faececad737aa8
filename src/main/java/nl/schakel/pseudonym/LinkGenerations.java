package nl.schakel.pseudonym;

import nl.schakel.platform.database.Zone;

/** Port: which generation of the linkage keys all stored values have. Thread-safe. */
public interface LinkGenerations {
    /** The generation in force, read in a transaction of its own; it may have changed when the caller reads it. */
    int inForce();

    /** The generation in force, which stays so until the end of the caller's transaction. */
    int hold(Zone zone);
}
