package nl.schakel.study;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.schakel.audit.Actor;
import nl.schakel.audit.Role;

/** Shows requests to those who may see them. Reading a request touches no pupil's data and makes no audit entry. */
@Dependent
public class ReadStudies {
    private final Studies studies;

    @Inject
    public ReadStudies(Studies studies) {
        this.studies = studies;
    }

    /** The request as this actor may see it. @throws StudyRefused.Unknown where there is none, or not for this actor */
    @Transactional
    public StudyFile read(Actor actor, StudyId id) {
        Study study = studies.find(id).orElseThrow(StudyRefused.Unknown::new);
        StudyPolicy.requireReading(actor, study);
        List<Review> reviews = studies.reviews(id);
        boolean mayChange = study.applicant().equals(actor.staff())
                && StudyTransition.next(study.state(), StudyStep.SAVE).isPresent();
        return new StudyFile(study, StudyPolicy.visible(actor, reviews), open(actor, study, reviews), mayChange);
    }

    /**
     * The actor's list: for a reviewer every request that was handed in, for a researcher those of the own teams.
     *
     * @throws nl.schakel.audit.AuditRefused.NotAllowed for an actor with another role
     */
    @Transactional
    public List<StudyOverview> list(Actor actor) {
        if (actor.has(Role.STEWARD) || actor.has(Role.PRIVACY_OFFICER)) {
            return studies.handedIn();
        }
        actor.require(Role.RESEARCHER);
        return studies.ofTeam(actor.staff());
    }

    private static Set<ReviewRole> open(Actor actor, Study study, List<Review> reviews) {
        Set<ReviewRole> open = EnumSet.noneOf(ReviewRole.class);
        if (StudyTransition.next(study.state(), StudyStep.REVIEW).isEmpty()) {
            return open;
        }
        for (ReviewRole side : ReviewRole.values()) {
            boolean taken = reviews.stream()
                    .filter(review -> review.round() == study.round())
                    .anyMatch(
                            review -> review.role() == side || review.reviewer().equals(actor.staff()));
            if (!taken && StudyPolicy.allowsReview(actor, study, side)) {
                open.add(side);
            }
        }
        return open;
    }
}
