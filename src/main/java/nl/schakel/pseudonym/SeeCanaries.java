package nl.schakel.pseudonym;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import nl.schakel.audit.Actor;
import nl.schakel.audit.Role;

/** A school reads the published evaluations of the canaries. They are no numbers, so nothing counts and no person is seen. */
@Dependent
public class SeeCanaries {
    private final BlindEvaluator evaluator;

    /** Reads from this function. */
    @Inject
    public SeeCanaries(BlindEvaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** The canaries under each version of the key in use, the newest first. @throws PseudonymRefused.Suspended where holder A's keys are not available */
    public List<Canaries> see(Actor actor) {
        actor.require(Role.SCHOOL);
        return evaluator.canaries();
    }
}
