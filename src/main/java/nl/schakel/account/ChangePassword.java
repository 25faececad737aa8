package nl.schakel.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import nl.schakel.audit.Actor;

/** Changes the own password. */
@Dependent
@Transactional
public class ChangePassword {
    private final Throttle throttle;
    private final PasswordProof proof;
    private final NewPassword passwords;
    private final AccountDirectory directory;
    private final Sessions sessions;
    private final Clock clock;

    /** Takes its parts. */
    @Inject
    @SuppressWarnings("TooManyParameters") // the parts of signing in and those of a new password
    public ChangePassword(
            Throttle throttle,
            PasswordProof proof,
            NewPassword passwords,
            AccountDirectory directory,
            Sessions sessions,
            Clock clock) {
        this.throttle = throttle;
        this.proof = proof;
        this.passwords = passwords;
        this.directory = directory;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Replaces the password and ends every other session of the account.
     *
     * @param old the password that the person has, with the username; counts as a try to sign in
     * @param session secret of the session that goes on
     * @throws AccountRefused.NotRecognized where the old password is wrong, or the name is another's
     * @throws AccountRefused.TooManyAttempts after too many wrong ones
     * @throws AccountRefused.UnfitPassword where the new one is too short or too long
     * @throws AccountRefused.PasswordHoldsName where the username stands in the new one
     */
    public void change(Actor actor, Attempt old, String password, String session) {
        Instant now = clock.instant();
        throttle.begin(old, now);
        Account account = proof.account(old);
        if (!account.id().equals(actor.staff())) {
            throw new AccountRefused.NotRecognized();
        }
        throttle.succeeded(old, now);
        directory.password(
                account.id(),
                passwords.hash(password, account.username()),
                AccountActs.by(actor, "account.change-password", account.id()));
        sessions.endOthers(account.id(), Optional.of(TokenDigest.of(session)), now);
    }
}
