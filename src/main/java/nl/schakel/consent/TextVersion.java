package nl.schakel.consent;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which text was put before the giver.
 *
 * @param value 1 to 32 ASCII letters, digits and {@code . _ -}
 */
public record TextVersion(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,32}");

    /** @throws IllegalArgumentException where the form is wrong; use {@link #parse} for foreign input */
    public TextVersion {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a version of a text");
        }
    }

    /** The version, or empty where the text has another form. */
    public static Optional<TextVersion> parse(CharSequence text) {
        return FORM.matcher(text).matches() ? Optional.of(new TextVersion(text.toString())) : Optional.empty();
    }
}
