package nl.schakel.study;

import nl.schakel.audit.StaffId;

/**
 * A request and where it stands.
 *
 * @param round how often it was handed in; reviews belong to one round, 0 before the first
 */
public record Study(StudyId id, StudyCode code, StaffId applicant, StudyState state, int round, StudyRequest request) {
    /** Whether the person is the applicant or works on the study: may read and download, may never review or release. */
    public boolean isTeam(StaffId person) {
        return applicant.equals(person) || request.team().contains(person);
    }

    /** The state after a step. @throws StudyRefused.WrongState where the step is not legal now */
    public StudyState after(StudyStep step) {
        return StudyTransition.next(state, step).orElseThrow(() -> new StudyRefused.WrongState(state, step));
    }

    /** The same in another state. */
    Study to(StudyState other) {
        return new Study(id, code, applicant, other, round, request);
    }

    /** The same with other content. */
    Study with(StudyRequest other) {
        return new Study(id, code, applicant, state, round, other);
    }

    /** The same in the next round of reviews. */
    Study nextRound() {
        return new Study(id, code, applicant, state, round + 1, request);
    }
}
