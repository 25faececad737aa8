package nl.schakel.pseudonym;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
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

    /** The canaries. @throws PseudonymRefused.Suspended where holder A's keys are not available */
    public Canaries see(Actor actor) {
        actor.require(Role.SCHOOL);
        return evaluator.canaries();
    }
}
