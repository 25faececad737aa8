package nl.schakel.extract;

import java.util.UUID;

/** An extract, known by a random number. */
public record ExtractId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
