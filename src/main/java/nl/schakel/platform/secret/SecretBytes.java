package nl.schakel.platform.secret;

import java.security.MessageDigest;
import java.util.Arrays;

/**
 * A byte string that must not be printed, compared by accident or outlive its use.
 *
 * <p>There is no {@code equals}: {@link #matches} compares in constant time. The bytes leave only through {@link #copy},
 * whose callers a text search lists. Not thread-safe with respect to {@link #close}.
 */
public final class SecretBytes implements AutoCloseable {
    private final byte[] bytes;
    private boolean closed;

    private SecretBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes a copy; the caller remains responsible for wiping {@code source}. */
    public static SecretBytes copyOf(byte[] source) {
        return new SecretBytes(source.clone());
    }

    /** A copy of the bytes, to be wiped by the caller. @throws IllegalStateException after {@link #close} */
    public byte[] copy() {
        if (closed) {
            throw new IllegalStateException("secret is closed");
        }
        return bytes.clone();
    }

    /** The number of bytes. */
    public int length() {
        return bytes.length;
    }

    /** Whether both hold the same bytes, in time that depends on the length only. */
    public boolean matches(SecretBytes other) {
        return MessageDigest.isEqual(bytes, other.bytes);
    }

    /** Overwrites the bytes. Idempotent. */
    @Override
    public void close() {
        closed = true;
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public String toString() {
        return "SecretBytes[hidden]";
    }
}
