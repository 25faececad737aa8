package nl.schakel.study;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.audit.Role;

/** A researcher begins a request. It may be incomplete. */
@Dependent
public class StartStudy {
    private final Studies studies;
    private final Clock clock;

    @Inject
    public StartStudy(Studies studies, Clock clock) {
        this.studies = studies;
        this.clock = clock;
    }

    /** The new draft, with its code. @throws nl.schakel.audit.AuditRefused.NotAllowed for anybody but a researcher */
    @Transactional
    public Study start(Actor actor, StudyRequest request) {
        actor.require(Role.RESEARCHER);
        StudyCode code = studies.newCode(clock.instant().atZone(ZoneOffset.UTC).getYear());
        Study study = new Study(
                new StudyId(UUID.randomUUID()),
                code,
                actor.staff(),
                StudyState.DRAFT,
                0,
                request.without(actor.staff()));
        studies.add(
                study,
                AuditEntry.by(actor, "study.start", ProcessingActivity.ADMINISTER_STUDY)
                        .on("study/" + code));
        return study;
    }
}
