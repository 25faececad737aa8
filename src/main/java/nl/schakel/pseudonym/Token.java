package nl.schakel.pseudonym;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A keyed value of 32 bytes that stands for an identifier: a linkage pseudonym (LP), or the token of a local key, another
 * number or an attribute. Without both holders' keys it is a uniform random string; equal identifiers of the same kind
 * have equal tokens within one generation. It never leaves the database. While a change of keys is open, one that was just
 * computed carries the value of the earlier series as well.
 *
 * <p>Compared by its bytes alone; cannot be printed. Immutable and thread-safe. Source: LVS-PSN-1, design section 5.
 */
public final class Token {
    /** The number of bytes of every token. */
    public static final int LENGTH = 32;

    private final byte[] bytes;
    private final int generation;
    private final @Nullable Token earlier;

    private Token(byte[] bytes, int generation, @Nullable Token earlier) {
        this.bytes = bytes;
        this.generation = generation;
        this.earlier = earlier;
    }

    /** A stored value, whose generation is the one in force. Takes a copy. @throws IllegalArgumentException unless 32 bytes */
    public static Token of(byte[] bytes) {
        return of(bytes, 0);
    }

    /** A value that was just computed. Takes a copy. @throws IllegalArgumentException where there are not 32 bytes */
    public static Token of(byte[] bytes, int generation) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a token has 32 bytes");
        }
        return new Token(bytes.clone(), generation, null);
    }

    /** The same token, found by this one of the earlier series as long as it was not seen again. */
    public Token foundBy(Token earlierValue) {
        return new Token(bytes, generation, Objects.requireNonNull(earlierValue, "earlierValue"));
    }

    /** The value of the same identifier under the earlier series of keys; empty where no change of keys is open. */
    public Optional<Token> earlier() {
        return Optional.ofNullable(earlier);
    }

    /** Whether stored tokens hold this identifier, under either series. */
    public boolean isIn(Set<Token> stored) {
        return stored.contains(this) || (earlier != null && stored.contains(earlier));
    }

    /** The generation of the linkage keys with which it was computed, 1 or more; 0 for a stored value. */
    public int generation() {
        return generation;
    }

    /** A copy of the 32 bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Token token && Arrays.equals(bytes, token.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Token[hidden]";
    }
}
