package nl.schakel.account;

import java.time.Duration;
import java.time.Instant;

/**
 * A session as it is kept.
 *
 * @param way how its owner proved who they are
 * @param started moment of signing in
 * @param seen last use, exact to a minute
 */
public record Session(Account account, SignInWay way, Instant started, Instant seen) {
    /** After this long without use a session has ended. */
    public static final Duration IDLE = Duration.ofMinutes(15);

    /** After this long a session has ended, used or not. */
    public static final Duration LONGEST = Duration.ofHours(8);

    /**
     * Whether the session opens anything at that moment: not that of a closed account, and not one without a second factor
     * once the account has a role that needs one.
     */
    public boolean isOpen(Instant at) {
        boolean proved = way.strong() || !StepUp.isNeeded(account);
        return account.enabled() && proved && at.isBefore(seen.plus(IDLE)) && at.isBefore(started.plus(LONGEST));
    }
}
