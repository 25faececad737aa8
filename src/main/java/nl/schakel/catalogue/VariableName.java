package nl.schakel.catalogue;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a variable, unique in the catalogue and stable for ever: 2 to 40 lower-case ASCII letters, digits and
 * underscores, starting with a letter. It is the column name in an extract, so it is a valid name in R, Stata, SPSS and SQL.
 */
public record VariableName(String value) implements Comparable<VariableName> {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]{1,39}");

    /** @throws IllegalArgumentException where the form is wrong; use {@link #parse} for foreign input */
    public VariableName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a variable name");
        }
    }

    /** The name, or empty where the text has another form. */
    public static Optional<VariableName> parse(CharSequence text) {
        return FORM.matcher(text).matches() ? Optional.of(new VariableName(text.toString())) : Optional.empty();
    }

    @Override
    public int compareTo(VariableName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
