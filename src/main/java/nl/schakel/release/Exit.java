package nl.schakel.release;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import nl.schakel.extract.ExtractMembers;
import nl.schakel.school.SchoolYear;
import nl.schakel.study.ApprovedStudies;
import nl.schakel.study.ApprovedStudy;

/**
 * What is asked again at every exit, release and download alike, in the transaction of that exit: is the study still open,
 * and does every pupil in the package still have a basis to be in it. Holds the shared lock on exits until the end of the
 * transaction, so that no withdrawal or objection passes by meanwhile.
 */
@Dependent
public class Exit {
    private final ApprovedStudies studies;
    private final ExtractMembers members;
    private final Clock clock;

    @Inject
    public Exit(ApprovedStudies studies, ExtractMembers members, Clock clock) {
        this.studies = studies;
        this.members = members;
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

    /** The moment of this exit. */
    Instant now() {
        return clock.instant();
    }
}
