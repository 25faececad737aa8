package nl.schakel.delivery;

import nl.schakel.pseudonym.Token;
import org.jspecify.annotations.Nullable;

/**
 * The keyed values of one pupil.
 *
 * @param local token of the key in the school's administration
 * @param linkage linkage pseudonym; null without a number
 * @param sex scoped by the number; null without number or comparable sex
 * @param birthDate scoped by the number; null without number or date
 */
public record PupilTokens(Token local, @Nullable Token linkage, @Nullable Token sex, @Nullable Token birthDate) {
    /** A pupil known by the local key only. */
    public static PupilTokens local(Token local) {
        return new PupilTokens(local, null, null, null);
    }
}
