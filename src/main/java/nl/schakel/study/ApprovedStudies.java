package nl.schakel.study;

import java.util.Optional;

/** Port: the studies that were approved and have not ended. Read in the caller's transaction (zone cold). */
public interface ApprovedStudies {
    /** The approved study, or empty where it does not exist or is in another state. */
    Optional<ApprovedStudy> find(StudyId id);

    /** The approved study. @throws StudyRefused.NotApproved where it does not exist or is in another state */
    default ApprovedStudy require(StudyId id) {
        return find(id).orElseThrow(StudyRefused.NotApproved::new);
    }
}
