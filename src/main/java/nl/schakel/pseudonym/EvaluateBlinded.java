package nl.schakel.pseudonym;

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

/**
 * Evaluates numbers that a school has blinded: the number never leaves the school, and the pseudonym is the one that direct
 * mode gives.
 */
@Dependent
public class EvaluateBlinded {
    /** How many elements are taken at once. */
    public static final int MOST = 1_000;

    private final BlindEvaluator evaluator;
    private final ReserveEvaluations reserve;
    private final AuditTrail trail;

    /** Evaluates with this function. */
    @Inject
    public EvaluateBlinded(BlindEvaluator evaluator, ReserveEvaluations reserve, AuditTrail trail) {
        this.evaluator = evaluator;
        this.reserve = reserve;
        this.trail = trail;
    }

    /**
     * What the school gets.
     *
     * @param evaluations with each version of the key in use, the newest first: two while a change to another key is open
     * @param balance what the school has used of its quota
     */
    public record Evaluated(List<Evaluations> evaluations, EvaluationQuota.Balance balance) {}

    /**
     * Evaluates all elements or none. Only what can be evaluated counts: points are decoded and the key is asked for
     * first. An element counts once, also where it is evaluated with two versions of the key.
     *
     * @throws PseudonymRefused where there are too many, one is no point, the quota is used up or keys are missing
     */
    @Transactional
    public Evaluated evaluate(Actor actor, List<BlindedElement> elements) {
        actor.require(Role.SCHOOL);
        if (elements.size() > MOST) {
            throw new PseudonymRefused.TooManyPoints(MOST);
        }
        BlindEvaluator.Prepared prepared = evaluator.prepare(elements);
        EvaluationQuota.Balance balance = reserve.reserve(actor, elements.size());
        List<Evaluations> evaluations = prepared.evaluate();
        trail.append(
                Zone.SCHOOL,
                AuditEntry.by(actor, "evaluation.blind", ProcessingActivity.RECEIVE_DELIVERY)
                        .on("evaluation")
                        .detail("points", elements.size())
                        .detail("used", balance.used()));
        return new Evaluated(evaluations, balance);
    }
}
