package nl.schakel.audit;

/** Port: the log holder's keys that the service met first, remembered by check value. Thread-safe. */
public interface KnownLogKeys {
    /**
     * Whether the key is the one known by this id, and is not on record as destroyed. The first key of an id becomes known,
     * in a transaction of its own.
     *
     * @param keyId {@code manifest}
     * @param checkValue lower-case hexadecimal: the KCV, or the public key of a pair
     */
    boolean recognizes(String keyId, String checkValue);
}
