package nl.schakel.pseudonym;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The identifier of a step of key care. */
public record KeyStepId(UUID value) {
    /** The identifier in a text, if it is one. */
    public static Optional<KeyStepId> parse(String text) {
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equals(text.toLowerCase(Locale.ROOT))
                    ? Optional.of(new KeyStepId(id))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
