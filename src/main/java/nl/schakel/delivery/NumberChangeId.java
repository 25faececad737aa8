package nl.schakel.delivery;

import java.util.Optional;
import java.util.UUID;

/** The identifier of a number change: random. */
public record NumberChangeId(UUID value) {
    /** A new one. */
    public static NumberChangeId random() {
        return new NumberChangeId(UUID.randomUUID());
    }

    /** The identifier in its canonical form, or empty where the text has another form. */
    public static Optional<NumberChangeId> parse(String text) {
        return DeliveryId.parse(text).map(id -> new NumberChangeId(id.value()));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
