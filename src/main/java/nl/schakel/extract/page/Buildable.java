package nl.schakel.extract.page;

import nl.schakel.audit.Actor;
import nl.schakel.audit.Role;
import nl.schakel.study.Study;
import nl.schakel.study.StudyState;

/** Whether a page offers somebody to build an extract; the use case decides. */
final class Buildable {
    private Buildable() {}

    static boolean isApproved(Study study) {
        return study.state() == StudyState.APPROVED;
    }

    static boolean by(Actor visitor, Study study) {
        boolean team = visitor.has(Role.RESEARCHER) && study.isTeam(visitor.staff());
        return isApproved(study) && (visitor.has(Role.STEWARD) || team);
    }
}
