package nl.schakel.delivery;

import java.util.Optional;
import java.util.UUID;

/** The identifier of a delivery: random, so that it tells nothing of how many there are. */
public record DeliveryId(UUID value) {
    /** A new one. */
    public static DeliveryId random() {
        return new DeliveryId(UUID.randomUUID());
    }

    /** The identifier in its canonical form, or empty where the text has another form. */
    public static Optional<DeliveryId> parse(String text) {
        try {
            UUID value = UUID.fromString(text);
            return value.toString().equals(text) ? Optional.of(new DeliveryId(value)) : Optional.empty();
        } catch (IllegalArgumentException notAnIdentifier) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
