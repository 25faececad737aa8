package nl.schakel.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.schakel.audit.Actor;
import nl.schakel.audit.StaffId;

/** Makes the code by which a person sets a password, for the first time or after forgetting it. */
@Dependent
@Transactional
public class IssueSetupCode {
    /** How long a code can be used. */
    public static final Duration LIFE = Duration.ofDays(3);

    private final AccountDirectory directory;
    private final SetupCodes codes;
    private final Clock clock;

    /** Takes its ports. */
    @Inject
    public IssueSetupCode(AccountDirectory directory, SetupCodes codes, Clock clock) {
        this.directory = directory;
        this.codes = codes;
        this.clock = clock;
    }

    /**
     * The code, shown this once; earlier ones are void, the password works until the code is used.
     *
     * @throws AccountRefused.OwnAccount for the actor's own
     * @throws AccountRefused.WrongKind for a machine
     * @throws AccountRefused.Disabled for a disabled account
     */
    public OneTimeSecret issue(Actor actor, StaffId id) {
        AccountActs.requireOther(actor, id);
        AccountEntry entry = directory.find(id).orElseThrow(AccountRefused.UnknownAccount::new);
        if (entry.machine()) {
            throw new AccountRefused.WrongKind(true);
        }
        if (!entry.account().enabled()) {
            throw new AccountRefused.Disabled();
        }
        Instant now = clock.instant();
        OneTimeSecret code = OneTimeSecret.code(now.plus(LIFE));
        codes.issue(
                new SetupCode(OneTimeSecret.ofCode(code.text()), Optional.of(id), now, code.expires()),
                AccountActs.by(actor, "account.issue-code", id));
        return code;
    }
}
