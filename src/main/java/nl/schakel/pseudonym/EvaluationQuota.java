package nl.schakel.pseudonym;

import java.time.Instant;
import nl.schakel.school.Brin;
import nl.schakel.school.SchoolYear;

/** Port: how many numbers a school has had evaluated in a school year. */
public interface EvaluationQuota {
    /**
     * Where a school stands.
     *
     * @param granted whether the evaluations asked for were counted
     * @param used evaluations counted in the school year, with those where they were granted
     * @param allowed the most in the school year
     */
    record Balance(boolean granted, long used, long allowed) {}

    /**
     * Counts evaluations, or none of them where they would exceed what the school may have. Runs in a transaction of the
     * linkage zone: a connection of the school zone may be held already, and a second one might never come.
     */
    Balance reserve(Brin school, SchoolYear year, int evaluations, Instant at);
}
