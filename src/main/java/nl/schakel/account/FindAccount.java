package nl.schakel.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Finds who a session or token belongs to; asked again at each request, so that disabling an account works at once. */
@Dependent
@Transactional
public class FindAccount {
    private static final Duration EXACTNESS = Duration.ofMinutes(1);

    private final Accounts accounts;
    private final Sessions sessions;
    private final Clock clock;

    /** Takes its ports. */
    @Inject
    public FindAccount(Accounts accounts, Sessions sessions, Clock clock) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** The enabled account of an open session; empty for a text that is no session's secret. */
    public Optional<Account> ofSession(String secret) {
        TokenDigest digest = TokenDigest.of(secret);
        Instant now = clock.instant();
        Optional<Session> open = sessions.find(digest).filter(session -> session.isOpen(now));
        open.filter(session -> session.seen().isBefore(now.minus(EXACTNESS)))
                .ifPresent(session -> sessions.touch(digest, now));
        return open.map(Session::account);
    }

    /** The enabled account of a token that a machine sent; empty for a text that is no token at all. */
    public Optional<Account> ofToken(String token) {
        return accounts.byToken(TokenDigest.of(token), clock.instant());
    }
}
