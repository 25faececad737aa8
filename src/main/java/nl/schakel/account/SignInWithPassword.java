package nl.schakel.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;

/** Signs in with username and password. Unknown, disabled and wrongly typed cost the same work and get the same answer. */
@Dependent
@Transactional
public class SignInWithPassword implements SignIn {
    private final Throttle throttle;
    private final PasswordProof proof;
    private final OpenSession session;
    private final OpenIdProviders providers;
    private final Clock clock;

    /** Takes its parts. */
    @Inject
    @SuppressWarnings("TooManyParameters") // the parts of signing in
    public SignInWithPassword(
            Throttle throttle, PasswordProof proof, OpenSession session, OpenIdProviders providers, Clock clock) {
        this.throttle = throttle;
        this.proof = proof;
        this.session = session;
        this.providers = providers;
        this.clock = clock;
    }

    @Override
    public OpenedSession signIn(Attempt attempt) {
        if (!providers.passwords()) {
            throw new AccountRefused.PasswordsOff();
        }
        Instant now = clock.instant();
        throttle.begin(attempt, now);
        Account account = proof.account(attempt);
        throttle.succeeded(attempt, now);
        return session.open(account, SignInWay.LOCAL, now);
    }
}
