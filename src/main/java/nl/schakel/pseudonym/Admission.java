package nl.schakel.pseudonym;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a person when a row arrives: the linkage pseudonym of the number, the token of the local key, or both.
 *
 * @param linkage LP, or null where the file has no number
 * @param local token of kind {@link TokenKind#LOCAL}, or null where the source has no local key (registers)
 */
public record Admission(@Nullable Token linkage, @Nullable Token local) {
    /** @throws IllegalArgumentException where both are missing */
    public Admission {
        if (linkage == null && local == null) {
            throw new IllegalArgumentException("nothing to know the person by");
        }
    }

    /** A person known by number only. */
    public static Admission byNumber(Token linkage) {
        return new Admission(Objects.requireNonNull(linkage, "linkage"), null);
    }

    /** A person known by the school's key only. */
    public static Admission byLocalKey(Token local) {
        return new Admission(null, Objects.requireNonNull(local, "local"));
    }

    /** A person known by number and by the school's key: from now on both lead to one person. */
    public static Admission byBoth(Token linkage, Token local) {
        return new Admission(Objects.requireNonNull(linkage, "linkage"), Objects.requireNonNull(local, "local"));
    }
}
