package nl.schakel.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;

/**
 * Makes the first account that can make others: whoever can read the machine's files gets a code, and the code makes one
 * operator. It is also the way back for a service whose last operator lost the password.
 */
@Dependent
@Transactional
public class FirstOperator {
    /** How long a code can be used. */
    public static final Duration LIFE = Duration.ofDays(1);

    private final AccountDirectory directory;
    private final SetupCodes codes;
    private final NewPassword passwords;
    private final Clock clock;

    /** Takes its ports. */
    @Inject
    public FirstOperator(AccountDirectory directory, SetupCodes codes, NewPassword passwords, Clock clock) {
        this.directory = directory;
        this.codes = codes;
        this.passwords = passwords;
        this.clock = clock;
    }

    /**
     * A new code where no operator can sign in, otherwise empty; earlier codes of this kind are void.
     *
     * @param always makes a code although there is an operator
     */
    public Optional<OneTimeSecret> prepare(boolean always) {
        if (!always && !directory.lockActiveOperators().isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        OneTimeSecret code = OneTimeSecret.code(now.plus(LIFE));
        codes.issue(
                new SetupCode(OneTimeSecret.ofCode(code.text()), Optional.empty(), now, code.expires()),
                AuditEntry.bySystem("account.prepare-operator", ProcessingActivity.ADMINISTER_ACCOUNTS));
        return Optional.of(code);
    }

    /**
     * Makes the operator and uses the code up. A refusal leaves the code as it was.
     *
     * @throws AccountRefused.CodeNotRecognized where the code opens nothing
     * @throws AccountRefused.NotAnAccount where a name has another form
     * @throws AccountRefused.UsernameTaken where another account has the username
     * @throws AccountRefused.UnfitPassword where the password is too short or too long
     * @throws AccountRefused.PasswordHoldsName where the username stands in the password
     */
    public Account make(String code, String username, String displayName, String password) {
        Instant now = clock.instant();
        Optional<SetupCode> redeemed = codes.redeem(OneTimeSecret.ofCode(code), now);
        if (redeemed.filter(found -> found.account().isEmpty()).isEmpty()) {
            throw new AccountRefused.CodeNotRecognized();
        }
        Account account = new AccountDraft(username, displayName, Set.of(Role.OPERATOR.name()), "", false)
                .account(new StaffId(UUID.randomUUID()), true);
        String hash = passwords.hash(password, account.username());
        AuditEntry entry = AuditEntry.by(account.id(), "account.make-operator", ProcessingActivity.ADMINISTER_ACCOUNTS)
                .on("account/" + account.id().value());
        if (!directory.add(new AccountEntry(account, false, now), hash, entry)) {
            throw new AccountRefused.UsernameTaken();
        }
        return account;
    }
}
