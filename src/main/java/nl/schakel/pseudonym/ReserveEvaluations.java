package nl.schakel.pseudonym;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import nl.schakel.audit.Actor;
import nl.schakel.pseudonym.EvaluationQuota.Balance;
import nl.schakel.school.SchoolYear;

/**
 * Counts what a school has evaluated before it is evaluated, so that nobody can try all numbers. What was asked for counts
 * also where the file is refused afterwards: the count has a transaction of its own.
 */
@Dependent
public class ReserveEvaluations {
    private final EvaluationQuota quota;
    private final Clock clock;

    /** Counts here. */
    @Inject
    public ReserveEvaluations(EvaluationQuota quota, Clock clock) {
        this.quota = quota;
        this.clock = clock;
    }

    /**
     * Counts evaluations of the acting school in the running school year.
     *
     * @throws PseudonymRefused.QuotaUsed where there would be too many; then none is counted
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Balance reserve(Actor actor, int evaluations) {
        Instant now = clock.instant();
        SchoolYear year = SchoolYear.of(now);
        Balance balance = quota.reserve(actor.requireSchool(), year, evaluations, now);
        if (!balance.granted()) {
            throw new PseudonymRefused.QuotaUsed(year, balance);
        }
        return balance;
    }
}
