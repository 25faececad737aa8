package nl.schakel.study;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.ProcessingActivity;

/** The applicant saves a draft or a returned request, complete or not. */
@Dependent
public class ChangeStudy {
    private final Studies studies;

    @Inject
    public ChangeStudy(Studies studies) {
        this.studies = studies;
    }

    /**
     * The request with its new content.
     *
     * @throws StudyRefused.Unknown for anybody but the applicant
     * @throws StudyRefused.WrongState while it is under review or decided
     */
    @Transactional
    public Study change(Actor actor, StudyId id, StudyRequest request) {
        Study study = studies.hold(id);
        StudyPolicy.requireApplicant(actor, study);
        Study changed = study.with(request.without(study.applicant())).to(study.after(StudyStep.SAVE));
        studies.change(
                changed,
                AuditEntry.by(actor, "study.change", ProcessingActivity.ADMINISTER_STUDY)
                        .on("study/" + study.code())
                        .detail("variables", request.variables().size()));
        return changed;
    }
}
