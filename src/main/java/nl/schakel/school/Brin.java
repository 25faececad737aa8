package nl.schakel.school;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of an education institution in the register of institutions: two digits, two capital letters, ASCII only.
 * There is no check digit; existence is a question for the register, not for this type.
 */
public record Brin(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9]{2}[A-Z]{2}");

    /** @throws IllegalArgumentException where the form is wrong; use {@link #parse} for foreign input */
    public Brin {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a BRIN");
        }
    }

    /** The BRIN, or empty where the text has another form. */
    public static Optional<Brin> parse(CharSequence text) {
        return FORM.matcher(text).matches() ? Optional.of(new Brin(text.toString())) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
