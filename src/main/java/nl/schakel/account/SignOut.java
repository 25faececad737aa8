package nl.schakel.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditTrail;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.platform.database.Zone;

/** Records that somebody signed out; the session itself is ended by the page. */
@Dependent
@Transactional
public class SignOut {
    private final AuditTrail trail;

    /** Takes its port. */
    @Inject
    public SignOut(AuditTrail trail) {
        this.trail = trail;
    }

    /** Records the end of the actor's session. */
    public void signOut(Actor actor) {
        trail.append(
                Zone.ACCOUNT,
                AuditEntry.by(actor, "account.sign-out", ProcessingActivity.ADMINISTER_ACCOUNTS)
                        .on("account/" + actor.staff().value()));
    }
}
