package nl.schakel.pseudonym;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditTrail;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.platform.database.Zone;
import nl.schakel.platform.problem.Refusal;

/** Records that a rotation or a change of keys was refused, in a transaction of its own: that of the work has come to nothing. */
@Dependent
public class RecordKeyRefusal {
    private final AuditTrail trail;

    /** Records in this trail. */
    @Inject
    public RecordKeyRefusal(AuditTrail trail) {
        this.trail = trail;
    }

    /**
     * One entry of kind KEY by whoever would have set it off, with the reason's slug and, where there is one, its code.
     *
     * @param act {@code key.rotate}
     * @param object {@code key/link/2}
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void refused(Actor actor, String act, String object, Refusal refusal) {
        AuditEntry entry = AuditEntry.by(actor, act, ProcessingActivity.ADMINISTER_KEYS)
                .of(AuditEntry.Kind.KEY)
                .on(object)
                .ended(AuditEntry.Result.DENIED)
                .detail("reason", refusal.slug());
        trail.append(
                Zone.LINK,
                check(refusal).map(code -> entry.detail("check", code)).orElse(entry));
    }

    private static Optional<String> check(Refusal refusal) {
        if (refusal instanceof PseudonymRefused.NotRotated why) {
            return Optional.of(why.reason().code());
        }
        return refusal instanceof PseudonymRefused.NotChanged why
                ? Optional.of(why.obstacle().code())
                : Optional.empty();
    }
}
