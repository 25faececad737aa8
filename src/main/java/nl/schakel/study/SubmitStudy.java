package nl.schakel.study;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.catalogue.Catalogue;
import nl.schakel.platform.problem.Fault;
import nl.schakel.school.SchoolYear;

/** The applicant hands a complete request in for review; a new round begins. */
@Dependent
public class SubmitStudy {
    private final Studies studies;
    private final Clock clock;

    @Inject
    public SubmitStudy(Studies studies, Clock clock) {
        this.studies = studies;
        this.clock = clock;
    }

    /**
     * The request, now under review.
     *
     * @throws StudyRefused.Incomplete with every gap together
     * @throws StudyRefused.Unknown for anybody but the applicant
     * @throws StudyRefused.WrongState unless it is a draft or was returned
     */
    @Transactional
    public Study submit(Actor actor, StudyId id) {
        Study study = studies.hold(id);
        StudyPolicy.requireApplicant(actor, study);
        Study submitted = study.to(study.after(StudyStep.SUBMIT)).nextRound();
        List<Fault> faults = faults(study.request());
        if (!faults.isEmpty()) {
            throw new StudyRefused.Incomplete(faults);
        }
        studies.change(
                submitted,
                AuditEntry.by(actor, "study.submit", ProcessingActivity.ADMINISTER_STUDY)
                        .on("study/" + study.code())
                        .detail("round", submitted.round())
                        .detail("variables", study.request().variables().size()));
        return submitted;
    }

    private List<Fault> faults(StudyRequest request) {
        LocalDate today = SchoolYear.dayOf(clock.instant());
        List<Fault> faults = new ArrayList<>(Completeness.faults(request, today));
        for (RequestedVariable requested : request.variables()) {
            if (Catalogue.standard().find(requested.variable()).isEmpty()) {
                faults.add(new Fault(
                        "variabelen",
                        "ST-11",
                        "variabelen die in de catalogus staan",
                        "Kies een variabele uit de catalogus."));
            }
        }
        return faults;
    }
}
