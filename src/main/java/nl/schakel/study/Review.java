package nl.schakel.study;

import java.time.Instant;
import nl.schakel.audit.StaffId;

/**
 * One side's judgement of one round.
 *
 * @param reason shown to the applicant once both sides have judged; blank only with {@link Verdict#APPROVE}
 */
public record Review(ReviewRole role, StaffId reviewer, int round, Verdict verdict, String reason, Instant at) {}
