package nl.schakel.pseudonym;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditTrail;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.platform.database.Zone;
import nl.schakel.platform.problem.Refusal;

/** Records that a rotation was refused, in a transaction of its own: that of the rotation has come to nothing. */
@Dependent
public class RecordRotationRefusal {
    private final AuditTrail trail;

    /** Records in this trail. */
    @Inject
    public RecordRotationRefusal(AuditTrail trail) {
        this.trail = trail;
    }

    /** One entry of kind KEY by whoever would have set it off, with the reason's slug and, where there is one, its code. */
    @Transactional(TxType.REQUIRES_NEW)
    public void refused(Actor actor, int next, Refusal refusal) {
        AuditEntry entry = AuditEntry.by(actor, "key.rotate", ProcessingActivity.ADMINISTER_KEYS)
                .of(AuditEntry.Kind.KEY)
                .on("key/link/" + next)
                .ended(AuditEntry.Result.DENIED)
                .detail("reason", refusal.slug());
        trail.append(
                Zone.LINK,
                refusal instanceof PseudonymRefused.NotRotated why
                        ? entry.detail("check", why.reason().code())
                        : entry);
    }
}
