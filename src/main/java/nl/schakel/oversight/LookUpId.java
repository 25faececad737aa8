package nl.schakel.oversight;

import java.util.Optional;
import java.util.UUID;

/** The identifier of a look-up request: random. */
public record LookUpId(UUID value) {
    /** A new one. */
    public static LookUpId random() {
        return new LookUpId(UUID.randomUUID());
    }

    /** The identifier in its canonical form, or empty where the text has another form. */
    public static Optional<LookUpId> parse(String text) {
        try {
            UUID value = UUID.fromString(text);
            return value.toString().equals(text) ? Optional.of(new LookUpId(value)) : Optional.empty();
        } catch (IllegalArgumentException notAnIdentifier) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
