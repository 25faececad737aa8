package nl.schakel.study;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name by which people and files know a study: {@code NPO-2026-001}, year and number within the year. It is also the
 * project of the study's pseudonyms, so that it never changes and is never given twice.
 */
public record StudyCode(String value) {
    private static final Pattern FORM = Pattern.compile("NPO-[0-9]{4}-[0-9]{3,6}");

    /** @throws IllegalArgumentException where the form is wrong; use {@link #parse} for foreign input */
    public StudyCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a study code");
        }
    }

    /** The code of a study by calendar year and number within that year, counted from 1. */
    public static StudyCode of(int year, int number) {
        return new StudyCode(String.format(Locale.ROOT, "NPO-%04d-%03d", year, number));
    }

    /** The code, or empty where the text has another form. */
    public static Optional<StudyCode> parse(CharSequence text) {
        return FORM.matcher(text).matches() ? Optional.of(new StudyCode(text.toString())) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
