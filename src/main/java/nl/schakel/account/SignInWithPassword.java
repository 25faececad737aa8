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
    private final Clock clock;

    /** Takes its parts. */
    @Inject
    public SignInWithPassword(Throttle throttle, PasswordProof proof, OpenSession session, Clock clock) {
        this.throttle = throttle;
        this.proof = proof;
        this.session = session;
        this.clock = clock;
    }

    @Override
    public OpenedSession signIn(Attempt attempt) {
        Instant now = clock.instant();
        throttle.begin(attempt, now);
        Account account = proof.account(attempt);
        throttle.succeeded(attempt, now);
        return session.open(account, now);
    }
}
