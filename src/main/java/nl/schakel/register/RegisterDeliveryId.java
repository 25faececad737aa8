package nl.schakel.register;

import java.util.UUID;

/** A delivery of registers. */
public record RegisterDeliveryId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
