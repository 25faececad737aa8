package nl.schakel.pseudonym;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * A number that a school has blinded, or its evaluation: a point of P-256 compressed as SEC 1 says, 33 bytes. Whoever does
 * not hold the blinding factor sees a random point. A number of nine digits is never one: the text has 44 characters.
 * Compared by content, immutable.
 */
public final class BlindedElement {
    /** The number of bytes. */
    public static final int LENGTH = 33;

    private static final int TEXT_LENGTH = 44;

    private final byte[] bytes;

    private BlindedElement(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes a copy. @throws IllegalArgumentException unless there are 33 bytes, the first 2 or 3 */
    public static BlindedElement of(byte[] bytes) {
        if (bytes.length != LENGTH || (bytes[0] != 2 && bytes[0] != 3)) {
            throw new IllegalArgumentException("not a compressed point");
        }
        return new BlindedElement(bytes.clone());
    }

    /** Reads Base64 with its usual alphabet, 44 characters; empty for anything else. Whether the point exists is not asked. */
    public static Optional<BlindedElement> parse(String text) {
        if (text.length() != TEXT_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(of(Base64.getDecoder().decode(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A copy of the 33 bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The Base64 text, 44 characters. */
    public String text() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BlindedElement element && Arrays.equals(bytes, element.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "BlindedElement[hidden]";
    }
}
