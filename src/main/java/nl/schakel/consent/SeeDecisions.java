package nl.schakel.consent;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditTrail;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.audit.Role;
import nl.schakel.platform.database.Zone;

/** A school looks at what it recorded; no pupil is named in it. */
@Dependent
public class SeeDecisions {
    /** How many are shown at most, the newest first. */
    public static final int MOST = 1_000;

    private final ObjectionRegister objections;
    private final ConsentRegister consents;
    private final AuditTrail trail;

    /** Reads these registers. */
    @Inject
    public SeeDecisions(ObjectionRegister objections, ConsentRegister consents, AuditTrail trail) {
        this.objections = objections;
        this.consents = consents;
        this.trail = trail;
    }

    /** The school's newest objections. */
    @Transactional
    public List<Objection> objections(Actor actor) {
        actor.require(Role.SCHOOL);
        trail.append(
                Zone.SCHOOL,
                AuditEntry.by(actor, "objection.list", ProcessingActivity.RECORD_OBJECTION)
                        .on("objection"));
        return objections.newest(MOST);
    }

    /** The school's newest consent decisions. */
    @Transactional
    public List<Decision> decisions(Actor actor) {
        actor.require(Role.SCHOOL);
        trail.append(
                Zone.SCHOOL,
                AuditEntry.by(actor, "consent.list", ProcessingActivity.RECORD_CONSENT)
                        .on("consent"));
        return consents.newest(MOST);
    }
}
