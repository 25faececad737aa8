package nl.schakel.oversight;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.audit.Role;

/** Privacy officers see which look-ups were asked, approved and used; not about whom. */
@Dependent
public class SeeLookUps {
    /** How many are shown at most, the newest first. */
    public static final int MOST = 200;

    private final LookUps lookUps;

    /** Reads these. */
    @Inject
    public SeeLookUps(LookUps lookUps) {
        this.lookUps = lookUps;
    }

    /** The newest requests of all officers. */
    @Transactional
    public List<LookUp> newest(Actor actor) {
        actor.require(Role.PRIVACY_OFFICER);
        AuditEntry entry = AuditEntry.by(actor, "look-up.list", ProcessingActivity.ANSWER_SUBJECT)
                .on("look-up");
        return lookUps.newest(MOST, entry);
    }
}
