package nl.schakel.consent;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** One recorded objection. */
public record ObjectionId(UUID value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** The identifier, or empty where the text is not a UUID in lower case. */
    public static Optional<ObjectionId> parse(CharSequence text) {
        return FORM.matcher(text).matches()
                ? Optional.of(new ObjectionId(UUID.fromString(text.toString())))
                : Optional.empty();
    }
}
