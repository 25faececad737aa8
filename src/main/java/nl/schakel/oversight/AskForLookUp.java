package nl.schakel.oversight;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.audit.Role;

/** A privacy officer asks to look up a pupil, with a reason and without a number. */
@Dependent
public class AskForLookUp {
    private final LookUps lookUps;
    private final Clock clock;

    /** Keeps requests here. */
    @Inject
    public AskForLookUp(LookUps lookUps, Clock clock) {
        this.lookUps = lookUps;
        this.clock = clock;
    }

    /** Asks. */
    @Transactional
    public LookUp ask(Actor actor, Ground ground, LookUpReason reason) {
        actor.require(Role.PRIVACY_OFFICER);
        LookUp request = new LookUp(
                LookUpId.random(),
                ground,
                reason,
                actor.staff(),
                clock.instant(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        lookUps.add(request, entry(actor, "look-up.ask", request.id()).detail("ground", ground.dutch()));
        return request;
    }

    static AuditEntry entry(Actor actor, String act, LookUpId id) {
        return AuditEntry.by(actor, act, ProcessingActivity.ANSWER_SUBJECT).on("look-up/" + id);
    }
}
