package nl.schakel.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/**
 * Slows guessing down: {@value #TRIES_PER_ACCOUNT} tries for an account and {@value #TRIES_PER_ORIGIN} failed ones from an
 * address within a quarter of an hour are the most. The counts survive a restart.
 */
@Dependent
public class Throttle {
    static final int TRIES_PER_ACCOUNT = 10;
    static final int TRIES_PER_ORIGIN = 100;
    static final Duration WINDOW = Duration.ofMinutes(15);

    private final FailedSignIns failures;

    /** Takes its port. */
    @Inject
    public Throttle(FailedSignIns failures) {
        this.failures = failures;
    }

    /** Counts a try before it is judged. @throws AccountRefused.TooManyAttempts where there were too many */
    void begin(Attempt attempt, Instant now) {
        limit(account(attempt), TRIES_PER_ACCOUNT, now);
        limit(origin(attempt), TRIES_PER_ORIGIN, now);
    }

    /** Takes the try back. */
    void succeeded(Attempt attempt, Instant now) {
        failures.succeeded(account(attempt), origin(attempt), now);
    }

    private void limit(TokenDigest target, int most, Instant now) {
        if (failures.begin(target, now, now.minus(WINDOW)) > most) {
            throw new AccountRefused.TooManyAttempts(WINDOW);
        }
    }

    private static TokenDigest account(Attempt attempt) {
        return TokenDigest.of("account:" + attempt.username());
    }

    private static TokenDigest origin(Attempt attempt) {
        return TokenDigest.of("origin:" + attempt.origin());
    }
}
