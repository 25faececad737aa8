package nl.schakel.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.ProcessingActivity;

/**
 * Binds an identity that a provider has just vouched for to the account for which an operator made a code. From then on the
 * person signs in at the provider; what the account may do is decided here alone.
 */
@Dependent
@Transactional
public class BindIdentity {
    /** How long after the provider's answer a code can be typed. */
    public static final Duration WAIT = Duration.ofMinutes(10);

    private final ProviderAnswers answers;
    private final BoundIdentities identities;
    private final SetupCodes codes;
    private final AccountDirectory directory;
    private final Clock clock;

    /** Takes its ports. */
    @Inject
    @SuppressWarnings("TooManyParameters") // ports only
    public BindIdentity(
            ProviderAnswers answers,
            BoundIdentities identities,
            SetupCodes codes,
            AccountDirectory directory,
            Clock clock) {
        this.answers = answers;
        this.identities = identities;
        this.codes = codes;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * Binds and uses the code up. A refusal leaves code and identity as they were.
     *
     * @param begun the try whose answer met no account
     * @throws AccountRefused.AnswerRefused where no identity waits for this try, or not any more
     * @throws AccountRefused.CodeNotRecognized where the code opens nothing, or the account is disabled
     * @throws AccountRefused.SecondFactorNeeded where the account needs one and the identity was proved without
     * @throws AccountRefused.OtherOrganisation where the provider names another school than that of the account
     * @throws AccountRefused.AlreadyBound where the account has another identity at this provider
     */
    public Account bind(SignInTry begun, String code) {
        Instant now = clock.instant();
        ProvedIdentity identity = answers.take(begun.digest(), now.minus(WAIT))
                .orElseThrow(() -> new AccountRefused.AnswerRefused(AccountRefused.AnswerFault.REPLAY));
        Account account = codes.redeem(OneTimeSecret.ofCode(code), now)
                .flatMap(SetupCode::account)
                .flatMap(directory::find)
                .map(AccountEntry::account)
                .filter(Account::enabled)
                .orElseThrow(AccountRefused.CodeNotRecognized::new);
        identity.requireSchoolOf(account);
        if (StepUp.isNeeded(account) && !identity.strong()) {
            throw new AccountRefused.SecondFactorNeeded();
        }
        AuditEntry entry = AuditEntry.by(account.id(), "account.bind-identity", ProcessingActivity.ADMINISTER_ACCOUNTS)
                .on("account/" + account.id().value())
                .detail("provider", begun.provider().value());
        if (!identities.bind(identity.name(), account.id(), now, entry)) {
            throw new AccountRefused.AlreadyBound();
        }
        return account;
    }
}
