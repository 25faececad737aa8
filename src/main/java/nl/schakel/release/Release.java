package nl.schakel.release;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.schakel.audit.StaffId;
import nl.schakel.extract.ExtractId;
import nl.schakel.study.StudyCode;
import nl.schakel.study.StudyId;

/**
 * An extract on its way out.
 *
 * @param endDate the last day on which it may be downloaded
 * @param approvals at most one of each side, by different persons, oldest first
 */
public record Release(
        ReleaseId id,
        ExtractId extract,
        StudyId study,
        StudyCode studyCode,
        StaffId applicant,
        ReleaseState state,
        Instant builtAt,
        LocalDate endDate,
        SealedPackage sealed,
        List<Approval> approvals) {

    /** Takes a copy of the approvals. */
    public Release {
        approvals = List.copyOf(approvals);
    }

    /** The state after a step. @throws ReleaseRefused.WrongState where the step is not legal now */
    public ReleaseState after(ReleaseStep step) {
        return ReleaseTransition.next(state, step).orElseThrow(() -> new ReleaseRefused.WrongState(state, step));
    }

    /** Whether this person has agreed already. */
    public boolean isApprovedBy(StaffId person) {
        return approvals.stream().anyMatch(approval -> approval.staff().equals(person));
    }

    /** The name by which the log knows it. */
    String path() {
        return "study/" + studyCode + "/release/" + id;
    }

    /** The same in another state. */
    Release to(ReleaseState other) {
        return new Release(id, extract, study, studyCode, applicant, other, builtAt, endDate, sealed, approvals);
    }

    /** The same with one more agreement. */
    Release with(Approval approval) {
        List<Approval> more = new ArrayList<>(approvals);
        more.add(approval);
        return new Release(id, extract, study, studyCode, applicant, state, builtAt, endDate, sealed, more);
    }
}
