package nl.schakel.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditTrail;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.platform.database.Zone;

/** Lets in whom a provider vouches for, as the account to which that identity was bound. */
@Dependent
@Transactional
public class AdmitIdentity {
    private final BoundIdentities identities;
    private final ProviderAnswers answers;
    private final OpenSession sessions;
    private final AuditTrail trail;
    private final Clock clock;

    /** Takes its parts. */
    @Inject
    @SuppressWarnings("TooManyParameters") // ports only
    public AdmitIdentity(
            BoundIdentities identities, ProviderAnswers answers, OpenSession sessions, AuditTrail trail, Clock clock) {
        this.identities = identities;
        this.answers = answers;
        this.sessions = sessions;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Begins a session, or says what is missing for one.
     *
     * @throws AccountRefused.SecondFactorNeeded where a second factor was asked for and not used
     * @throws AccountRefused.OtherOrganisation where the provider names another school than that of the account
     * @throws AccountRefused.Closed where the account is disabled
     */
    public Arrival admit(SignInTry begun, ProvedIdentity identity) {
        if (begun.strong() && !identity.strong()) {
            throw new AccountRefused.SecondFactorNeeded();
        }
        Instant now = clock.instant();
        Optional<Account> bound = identities.account(identity.name());
        if (bound.isEmpty()) {
            answers.keep(begun.digest(), identity);
            trail.append(
                    Zone.ACCOUNT,
                    AuditEntry.byNobody("account.meet-identity", ProcessingActivity.ADMINISTER_ACCOUNTS)
                            .detail("provider", begun.provider().value()));
            return Arrival.at(Arrival.Next.CODE);
        }
        Account account = bound.filter(Account::enabled).orElseThrow(AccountRefused.Closed::new);
        identity.requireSchoolOf(account);
        if (StepUp.isNeeded(account) && !identity.strong()) {
            return Arrival.at(Arrival.Next.SECOND_FACTOR);
        }
        SignInWay way = new SignInWay(Optional.of(begun.provider()), identity.strong());
        return Arrival.in(sessions.open(account, way, now));
    }
}
