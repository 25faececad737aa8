package nl.schakel.oversight.page;

import java.time.Instant;
import java.util.List;
import nl.schakel.audit.StaffId;
import nl.schakel.oversight.Ground;
import nl.schakel.oversight.LookUp;

/**
 * What the page of look-ups shows.
 *
 * @param done code of what was just done, or empty
 */
public record LookUpList(List<LookUp> requests, StaffId self, Instant now, String done) {
    /** The grounds to choose from. */
    public Ground[] grounds() {
        return Ground.values();
    }

    /** Whether the visitor can approve the request. */
    public boolean canApprove(LookUp request) {
        return request.state(now) == LookUp.State.WAITING && !request.askedBy().equals(self);
    }

    /** Whether the visitor can use the request. */
    public boolean canUse(LookUp request) {
        return request.state(now) == LookUp.State.APPROVED && request.askedBy().equals(self);
    }
}
