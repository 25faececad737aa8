package nl.schakel.account;

import java.time.Duration;
import java.time.Instant;

/**
 * A session as it is kept.
 *
 * @param started moment of signing in
 * @param seen last use, exact to a minute
 */
public record Session(Account account, Instant started, Instant seen) {
    /** After this long without use a session has ended. */
    public static final Duration IDLE = Duration.ofMinutes(15);

    /** After this long a session has ended, used or not. */
    public static final Duration LONGEST = Duration.ofHours(8);

    /** Whether the session opens anything at that moment. */
    public boolean isOpen(Instant at) {
        return account.enabled() && at.isBefore(seen.plus(IDLE)) && at.isBefore(started.plus(LONGEST));
    }
}
