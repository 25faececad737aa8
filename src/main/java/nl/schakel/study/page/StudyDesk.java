package nl.schakel.study.page;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import nl.schakel.audit.Actor;
import nl.schakel.audit.CurrentActor;
import nl.schakel.study.ReadStudies;
import nl.schakel.study.ReviewDesk;
import nl.schakel.study.StudyState;

/** Requests in the menus of researchers and reviewers. */
@Dependent
public class StudyDesk extends ReviewDesk {
    private final ReadStudies read;

    @Inject
    public StudyDesk(ReadStudies read, CurrentActor actor) {
        super(actor, 10, "onderzoeken", List.of("study.bureau.eigen", "study.bureau.beoordelen"));
        this.read = read;
    }

    @Override
    protected long own(Actor visitor) {
        return read.list(visitor).stream()
                .filter(study -> study.state() == StudyState.RETURNED)
                .count();
    }

    @Override
    protected long forReview(Actor visitor) {
        return read.list(visitor).stream()
                .filter(study -> study.state() == StudyState.SUBMITTED)
                .filter(study -> !read.read(visitor, study.id()).open().isEmpty())
                .count();
    }
}
