package nl.schakel.pseudonym;

import java.time.Instant;
import nl.schakel.school.SchoolYear;

/** Port: how many numbers the acting school has had evaluated in a school year. Runs in the school zone's transaction. */
public interface EvaluationQuota {
    /**
     * Where a school stands.
     *
     * @param granted whether the evaluations asked for were counted
     * @param used evaluations counted in the school year, with those where they were granted
     * @param allowed the most in the school year
     */
    record Balance(boolean granted, long used, long allowed) {}

    /** Counts evaluations, or none of them where they would exceed what the school may have. */
    Balance reserve(SchoolYear year, int evaluations, Instant at);
}
