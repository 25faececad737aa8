package nl.schakel.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How the log stands.
 *
 * @param size how many entries have a number
 * @param waiting how many entries have none, counted up to 10,000
 * @param waitingSince since when the oldest of those waits
 * @param behindSince since when the oldest entry waits that stands in no signed checkpoint
 * @param last the newest signed checkpoint
 */
public record LogState(
        long size,
        long waiting,
        Optional<Instant> waitingSince,
        Optional<Instant> behindSince,
        Optional<StoredCheckpoint> last) {
    /** How long an entry may go without a number before it is told. */
    public static final Duration UNNUMBERED = Duration.ofMinutes(1);

    /** How long an entry may go without a signed checkpoint before it is told: one is due each minute. */
    public static final Duration UNSIGNED = Duration.ofMinutes(3);

    /** Whether somebody has to look at the log now. */
    public boolean isAlarming(Instant now) {
        return isOlder(waitingSince, UNNUMBERED, now) || isOlder(behindSince, UNSIGNED, now);
    }

    /** Whether nothing is released until the log keeps up again. */
    public boolean isBlocking(Instant now) {
        return isOlder(behindSince, KeptLog.LONGEST_WAIT, now);
    }

    private static boolean isOlder(Optional<Instant> since, Duration most, Instant now) {
        return since.filter(moment -> moment.plus(most).isBefore(now)).isPresent();
    }
}
