package nl.schakel.release;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.schakel.audit.KeptLog;
import nl.schakel.extract.ExtractMembers;
import nl.schakel.platform.database.Zone;
import nl.schakel.school.SchoolYear;
import nl.schakel.study.ApprovedStudies;
import nl.schakel.study.ApprovedStudy;

/**
 * What is asked again at every exit, release and download alike, in the transaction of that exit: is the study still open,
 * does every pupil in the package still have a basis to be in it, and does the log hold what led to it. Holds the shared lock on exits until the end of the
 * transaction, so that no withdrawal or objection passes by meanwhile.
 */
@Dependent
public class Exit {
    private static final List<String> STEPS = List.of("release.approve", "release.release");

    private final ApprovedStudies studies;
    private final ExtractMembers members;
    private final KeptLog log;
    private final Clock clock;

    @Inject
    public Exit(ApprovedStudies studies, ExtractMembers members, KeptLog log, Clock clock) {
        this.studies = studies;
        this.members = members;
        this.log = log;
        this.clock = clock;
    }

    /** Returns normally where the study is open now. @throws ReleaseRefused.Expired where study or end date have passed */
    void requireOpen(Release release) {
        ApprovedStudy study = studies.find(release.study()).orElseThrow(ReleaseRefused.Expired::new);
        LocalDate today = SchoolYear.dayOf(now());
        if (!study.openOn(today) || today.isAfter(release.endDate())) {
            throw new ReleaseRefused.Expired();
        }
    }

    /** Returns normally where every pupil has a basis now. @throws ReleaseRefused.BasisLost otherwise */
    void requireBasis(Release release) {
        if (members.withoutBasis(release.extract(), now()) > 0) {
            throw new ReleaseRefused.BasisLost();
        }
    }

    /** Returns normally where the log keeps up. @throws nl.schakel.audit.AuditRefused.LogBehind otherwise */
    void requireKeptLog() {
        log.requireKept(Zone.COLD);
    }

    /** Returns normally where both agreements can no longer be edited. @throws nl.schakel.audit.AuditRefused.NotSealed otherwise */
    void requireSealed(Release release) {
        log.requireSealed(Zone.COLD, release.path(), STEPS);
    }

    /** The moment of this exit. */
    Instant now() {
        return clock.instant();
    }
}
