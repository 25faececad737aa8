package nl.schakel.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.audit.StaffId;
import nl.schakel.platform.secret.SecretBytes;

/**
 * Loads the accounts of a made-up world, in the development profile only. Idempotent by username: an account whose token is
 * already known stays as it is, one with another token gets the new secrets and loses the old ones.
 */
@Dependent
@Transactional
public class SeedAccounts {
    private static final Duration TOKEN_LIFE = Duration.ofDays(365);

    private final Accounts accounts;
    private final Passwords passwords;
    private final Clock clock;

    /** Takes its ports. */
    @Inject
    public SeedAccounts(Accounts accounts, Passwords passwords, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.clock = clock;
    }

    /**
     * Loads the accounts in one transaction.
     *
     * @return how many were new or changed
     * @throws AccountRefused.UnfitPassword where a passphrase is too short or too long
     */
    public int seed(List<SeedAccount> seeds) {
        int changed = 0;
        for (SeedAccount seed : seeds) {
            changed += seed(seed) ? 1 : 0;
        }
        return changed;
    }

    private boolean seed(SeedAccount seed) {
        Instant now = clock.instant();
        TokenDigest token = TokenDigest.of(seed.token());
        boolean known = accounts.byToken(token, now)
                .filter(account -> account.username().equals(seed.username()))
                .isPresent();
        if (known) {
            return false;
        }
        StaffId id = accounts.save(credential(seed), now, entry("account.seed"));
        accounts.revokeTokens(id, now, entry("account.revoke-tokens"));
        accounts.issue(new ApiToken(token, id, now, now.plus(TOKEN_LIFE)), entry("account.issue-token"));
        return true;
    }

    private Credential credential(SeedAccount seed) {
        PasswordRule.check(seed.password());
        Account account = new Account(
                new StaffId(UUID.randomUUID()), seed.username(), seed.displayName(), seed.roles(), seed.school(), true);
        try (SecretBytes password = SecretBytes.copyOf(seed.password().getBytes(StandardCharsets.UTF_8))) {
            return new Credential(account, passwords.hash(password));
        }
    }

    private static AuditEntry entry(String act) {
        return AuditEntry.bySystem(act, ProcessingActivity.ADMINISTER_ACCOUNTS);
    }
}
