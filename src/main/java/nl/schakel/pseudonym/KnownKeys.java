package nl.schakel.pseudonym;

/** Port: the keys that the stored tokens were made with, remembered by check value. Thread-safe. */
public interface KnownKeys {
    /**
     * Whether the key is the one known by this id, and is not on record as destroyed. The first key of an id becomes known, in a transaction of its own.
     *
     * @param keyId {@code link/1}
     * @param checkValue lower-case hexadecimal: the KCV, or the public key of a pair
     */
    boolean recognizes(String keyId, String checkValue);
}
