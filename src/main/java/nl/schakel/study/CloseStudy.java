package nl.schakel.study;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.ProcessingActivity;

/** The applicant takes a request back before a decision, or ends an approved study early. */
@Dependent
public class CloseStudy {
    private final Studies studies;

    @Inject
    public CloseStudy(Studies studies) {
        this.studies = studies;
    }

    /**
     * The closed request.
     *
     * @throws StudyRefused.Unknown for anybody but the applicant
     * @throws StudyRefused.WrongState where it is closed already
     */
    @Transactional
    public Study close(Actor actor, StudyId id) {
        Study study = studies.hold(id);
        StudyPolicy.requireApplicant(actor, study);
        StudyStep step = study.state() == StudyState.APPROVED ? StudyStep.END : StudyStep.WITHDRAW;
        Study closed = study.to(study.after(step));
        studies.change(
                closed,
                AuditEntry.by(actor, "study.close", ProcessingActivity.ADMINISTER_STUDY)
                        .on("study/" + study.code())
                        .detail("state", closed.state().name()));
        return closed;
    }
}
