package nl.schakel.pseudonym;

import java.util.List;
import nl.schakel.platform.database.Zone;

/** Port: the persons behind the tokens. Every method runs in the caller's transaction. Thread-safe. */
public interface People {
    /** The most admissions of one call. */
    int MOST = 10_000;

    /**
     * Finds the person of each admission, or makes one, and answers the person keys in the order of the admissions.
     *
     * <p>A person is found by number first, then by local key. One first met by local key gets the number when it
     * arrives; where number and local key lead to two persons, the one with the number stays and the other is superseded.
     * Where both have numbers of their own, the row belongs to its number and the local key follows it. Concurrent calls for
     * the same person answer the same key. Repeating a call changes nothing.
     *
     * <p>A call locks in one order. Transactions of several calls may still meet crosswise: then the database ends one of
     * them, and its sender sends the request again.
     *
     * @param zone {@link Zone#SCHOOL} or {@link Zone#LINK}
     * @param admissions at most {@link #MOST}; may be empty, may repeat
     * @throws IllegalArgumentException for more
     * @throws PseudonymRefused.KeysChanged where the tokens are of other keys than are in force
     */
    List<PersonKey> admit(Zone zone, List<Admission> admissions);
}
