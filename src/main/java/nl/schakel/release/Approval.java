package nl.schakel.release;

import java.time.Instant;
import nl.schakel.audit.StaffId;
import nl.schakel.study.ReviewRole;

/** One of the two agreements that a release needs: by whom, from which side, when. */
public record Approval(ReviewRole side, StaffId staff, Instant at) {}
