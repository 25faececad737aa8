package nl.schakel.delivery;

import java.security.MessageDigest;
import java.util.Arrays;

/**
 * The keyed digest of a delivered file: recognizes the same file again, and confirms nothing to anybody without the key. It
 * is stored and compared, never printed or returned.
 */
public final class FileFingerprint {
    private static final int LENGTH = 32;
    private final byte[] bytes;

    private FileFingerprint(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes a copy. @throws IllegalArgumentException where there are not 32 bytes */
    public static FileFingerprint of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a fingerprint has 32 bytes");
        }
        return new FileFingerprint(bytes.clone());
    }

    /** A copy of the 32 bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FileFingerprint that && MessageDigest.isEqual(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "FileFingerprint[hidden]";
    }
}
