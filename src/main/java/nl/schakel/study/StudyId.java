package nl.schakel.study;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** A study, known by a random number. */
public record StudyId(UUID value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /** The study of a lower-case identifier in the usual form; otherwise empty. */
    public static Optional<StudyId> parse(CharSequence text) {
        return FORM.matcher(text).matches()
                ? Optional.of(new StudyId(UUID.fromString(text.toString())))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
