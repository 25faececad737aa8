package nl.schakel.pseudonym;

import java.util.Arrays;

/**
 * The person key P: 32 random bytes, made once when a person is first met, and the only handle by which content, links,
 * consent, recall and audit know that person. It says nothing of any number and never leaves the database.
 *
 * <p>Compared by content; cannot be printed. Immutable and thread-safe. Source: LVS-PSN-1, design section 5.
 */
public final class PersonKey {
    /** The number of bytes of every person key. */
    public static final int LENGTH = 32;

    private final byte[] bytes;

    private PersonKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes a copy. @throws IllegalArgumentException where there are not 32 bytes */
    public static PersonKey of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a person key has 32 bytes");
        }
        return new PersonKey(bytes.clone());
    }

    /** A copy of the 32 bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PersonKey key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "PersonKey[hidden]";
    }
}
