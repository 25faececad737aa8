package nl.schakel.extract.page;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import nl.schakel.audit.Actor;
import nl.schakel.audit.Role;
import nl.schakel.extract.FindExtract;
import nl.schakel.study.ReadStudies;
import nl.schakel.study.StudyOverview;
import nl.schakel.study.StudyState;

/** The approved studies of which no extract has been built. */
@Dependent
public class WaitingStudies {
    private final ReadStudies studies;
    private final FindExtract extracts;

    @Inject
    public WaitingStudies(ReadStudies studies, FindExtract extracts) {
        this.studies = studies;
        this.extracts = extracts;
    }

    /** Those that the visitor can build an extract of; none for who builds none. */
    List<StudyOverview> of(Actor visitor) {
        if (!visitor.has(Role.STEWARD) && !visitor.has(Role.RESEARCHER)) {
            return List.of();
        }
        return studies.list(visitor).stream()
                .filter(study -> study.state() == StudyState.APPROVED)
                .filter(study -> extracts.ofStudy(visitor, study.id()).isEmpty())
                .toList();
    }
}
