package nl.schakel.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A school's report that a pupil's number changed; whose and which, nobody can read from it.
 *
 * @param day from which day the new number holds, as the school said
 * @param undone when the school took it back
 * @param settled when a linkage run used it, after which it stays
 */
public record NumberChange(
        NumberChangeId id, LocalDate day, Instant recorded, Optional<Instant> undone, Optional<Instant> settled) {
    /** Whether the school can still take it back. */
    public boolean isOpen() {
        return undone.isEmpty() && settled.isEmpty();
    }
}
