package nl.schakel.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditTrail;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.platform.database.Zone;

/**
 * Signs in with username and password. Unknown, disabled and wrongly typed cost the same work and get the same answer;
 * {@value #TRIES_PER_ACCOUNT} tries for an account or {@value #TRIES_PER_ORIGIN} from an address within a quarter of an
 * hour are the most.
 */
@Dependent
@Transactional
public class SignInWithPassword implements SignIn {
    static final int TRIES_PER_ACCOUNT = 10;
    static final int TRIES_PER_ORIGIN = 100;
    static final Duration WINDOW = Duration.ofMinutes(15);

    private final Accounts accounts;
    private final Passwords passwords;
    private final FailedSignIns failures;
    private final AuditTrail trail;
    private final Clock clock;

    /** Takes its ports. */
    @Inject
    public SignInWithPassword(
            Accounts accounts, Passwords passwords, FailedSignIns failures, AuditTrail trail, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.failures = failures;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public Account signIn(Attempt attempt) {
        Instant now = clock.instant();
        TokenDigest who = TokenDigest.of("account:" + attempt.username());
        limit(who, TRIES_PER_ACCOUNT, now);
        TokenDigest whence = TokenDigest.of("origin:" + attempt.origin());
        limit(whence, TRIES_PER_ORIGIN, now);

        Optional<Credential> credential = accounts.byUsername(attempt.username());
        String hash = credential.map(Credential::passwordHash).orElseGet(passwords::decoy);
        boolean matches = passwords.matches(attempt.password(), hash);
        Account account = credential
                .filter(found -> matches)
                .map(Credential::account)
                .filter(Account::enabled)
                .orElseThrow(AccountRefused.NotRecognized::new);

        failures.succeeded(who, whence, now);
        trail.append(
                Zone.ACCOUNT,
                AuditEntry.by(account.id(), "account.sign-in", ProcessingActivity.ADMINISTER_ACCOUNTS)
                        .on("account/" + account.id().value()));
        return account;
    }

    private void limit(TokenDigest target, int most, Instant now) {
        if (failures.begin(target, now, now.minus(WINDOW)) > most) {
            throw new AccountRefused.TooManyAttempts(WINDOW);
        }
    }
}
