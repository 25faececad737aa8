package nl.schakel.register;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** A SHA-256 digest; compared in constant time. */
public final class Digest {
    private static final int LENGTH = 32;
    private final byte[] bytes;

    private Digest(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes a copy. @throws IllegalArgumentException where there are not 32 bytes */
    public static Digest of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a SHA-256 digest has 32 bytes");
        }
        return new Digest(bytes.clone());
    }

    /** The digest of 64 hexadecimal digits, or empty. */
    public static Optional<Digest> parse(String text) {
        boolean hex = text.length() == 2 * LENGTH && text.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128);
        return hex ? Optional.of(new Digest(HexFormat.of().parseHex(text))) : Optional.empty();
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Digest digest && MessageDigest.isEqual(bytes, digest.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
