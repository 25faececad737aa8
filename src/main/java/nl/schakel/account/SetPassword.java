package nl.schakel.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.audit.StaffId;

/** Sets the password of the account for which an operator made a code. */
@Dependent
@Transactional
public class SetPassword {
    private final AccountDirectory directory;
    private final SetupCodes codes;
    private final Sessions sessions;
    private final NewPassword passwords;
    private final Clock clock;

    /** Takes its parts. */
    @Inject
    @SuppressWarnings("TooManyParameters") // ports only
    public SetPassword(
            AccountDirectory directory, SetupCodes codes, Sessions sessions, NewPassword passwords, Clock clock) {
        this.directory = directory;
        this.codes = codes;
        this.sessions = sessions;
        this.passwords = passwords;
        this.clock = clock;
    }

    /**
     * Sets the password, uses the code up and ends every session of the account. A refusal leaves the code as it was.
     *
     * @return the username, by which the person can now sign in
     * @throws AccountRefused.CodeNotRecognized where the code opens nothing, or the account is disabled
     * @throws AccountRefused.UnfitPassword where the password is too short or too long
     * @throws AccountRefused.PasswordHoldsName where the username stands in the password
     */
    public String set(String code, String password) {
        Instant now = clock.instant();
        Account account = codes.redeem(OneTimeSecret.ofCode(code), now)
                .flatMap(SetupCode::account)
                .flatMap(directory::find)
                .map(AccountEntry::account)
                .filter(Account::enabled)
                .orElseThrow(AccountRefused.CodeNotRecognized::new);
        StaffId id = account.id();
        directory.password(
                id,
                passwords.hash(password, account.username()),
                AuditEntry.by(id, "account.set-password", ProcessingActivity.ADMINISTER_ACCOUNTS)
                        .on("account/" + id.value()));
        sessions.endOthers(id, Optional.empty(), now);
        return account.username();
    }
}
