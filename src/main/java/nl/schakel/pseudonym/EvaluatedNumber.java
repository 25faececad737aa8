package nl.schakel.pseudonym;

import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * y of LVS-PSN-1: the evaluated number that a school obtained blind, 32 bytes, of which holder B's keys make the linkage
 * pseudonym. As text it is Base64url without padding, 43 characters, so that no text of nine digits is ever one.
 *
 * <p>Compared by content; cannot be printed. Immutable and thread-safe.
 */
public final class EvaluatedNumber {
    /** The number of bytes. */
    public static final int LENGTH = 32;

    private static final int TEXT_LENGTH = 43;

    private final byte[] bytes;
    private final int version;
    private final @Nullable EvaluatedNumber earlier;

    private EvaluatedNumber(byte[] bytes, int version, @Nullable EvaluatedNumber earlier) {
        this.bytes = bytes;
        this.version = version;
        this.earlier = earlier;
    }

    /** The same number evaluated with this version of the key {@code oprf}. @throws IllegalArgumentException below 1 */
    public EvaluatedNumber ofVersion(int oprf) {
        if (oprf < 1) {
            throw new IllegalArgumentException("versions count from 1");
        }
        return new EvaluatedNumber(bytes, oprf, earlier);
    }

    /** The same number evaluated with the earlier version as well, while a change of keys is open. */
    public EvaluatedNumber with(EvaluatedNumber earlierValue) {
        return new EvaluatedNumber(bytes, version, Objects.requireNonNull(earlierValue, "earlierValue"));
    }

    /** The version of the key {@code oprf} with which it was evaluated. */
    public int version() {
        return version;
    }

    /** A copy of the 32 bytes under this version of the key {@code oprf}, where it was evaluated with it. */
    public Optional<byte[]> under(int oprf) {
        if (oprf == version) {
            return Optional.of(bytes());
        }
        return Optional.ofNullable(earlier).flatMap(other -> other.under(oprf));
    }

    /** Takes a copy. @throws IllegalArgumentException where there are not 32 bytes */
    public static EvaluatedNumber of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("an evaluated number has 32 bytes");
        }
        return new EvaluatedNumber(bytes.clone(), 1, null);
    }

    /** Reads the one spelling of 32 bytes; empty for anything else. */
    public static Optional<EvaluatedNumber> parse(CharSequence text) {
        if (text.length() != TEXT_LENGTH) {
            return Optional.empty();
        }
        byte[] characters = new byte[TEXT_LENGTH];
        for (int i = 0; i < TEXT_LENGTH; i++) {
            characters[i] = text.charAt(i) < 0x80 ? (byte) text.charAt(i) : 0;
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(characters);
            boolean canonical = Arrays.equals(characters, encoder().encode(bytes));
            return canonical && bytes.length == LENGTH ? Optional.of(new EvaluatedNumber(bytes, 1, null)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Base64.Encoder encoder() {
        return Base64.getUrlEncoder().withoutPadding();
    }

    /** A copy of the 32 bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The Base64url text, 43 characters. */
    public String text() {
        return encoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EvaluatedNumber that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "EvaluatedNumber[hidden]";
    }
}
