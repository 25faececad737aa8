package nl.schakel.linkage;

import java.util.Optional;
import java.util.UUID;

/** A linkage run. */
public record RunId(UUID value) {
    /** The identifier of a text, or empty where it is none. */
    public static Optional<RunId> parse(String text) {
        try {
            return text.length() == 36 ? Optional.of(new RunId(UUID.fromString(text))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
