package nl.schakel.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import nl.schakel.audit.Actor;
import nl.schakel.audit.StaffId;

/** Ends the binding of an identity to an account, for who left an organisation or got another identity there. */
@Dependent
@Transactional
public class ReleaseIdentity {
    private final BoundIdentities identities;
    private final Sessions sessions;
    private final Clock clock;

    /** Takes its ports. */
    @Inject
    public ReleaseIdentity(BoundIdentities identities, Sessions sessions, Clock clock) {
        this.identities = identities;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Ends the binding and every session of the account.
     *
     * @throws AccountRefused.OwnAccount for the actor's own
     * @throws AccountRefused.UnknownBinding where the account has none such
     */
    public void release(Actor actor, StaffId account, BindingId binding) {
        AccountActs.requireOther(actor, account);
        boolean released =
                identities.release(account, binding, AccountActs.by(actor, "account.release-identity", account));
        if (!released) {
            throw new AccountRefused.UnknownBinding();
        }
        sessions.endOthers(account, Optional.empty(), clock.instant());
    }
}
