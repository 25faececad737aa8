package nl.schakel.consent;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The questionnaire or observation list to which a consent decision extends, or all of them.
 *
 * @param code 1 to 32 capital letters, digits, {@code !} and hyphens, or {@code *} for all
 */
public record Instrument(String code) {
    private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9!-]{0,31}|[*]");

    /** Every instrument, also those that come later. */
    public static final Instrument ALL = new Instrument("*");

    /** @throws IllegalArgumentException where the form is wrong; use {@link #parse} for foreign input */
    public Instrument {
        if (!FORM.matcher(code).matches()) {
            throw new IllegalArgumentException("not an instrument");
        }
    }

    /** The instrument, or empty where the text has another form. */
    public static Optional<Instrument> parse(CharSequence text) {
        return FORM.matcher(text).matches() ? Optional.of(new Instrument(text.toString())) : Optional.empty();
    }
}
