package nl.schakel.study;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.ProcessingActivity;

/** A steward or a privacy officer judges a request, without seeing what the other side says. */
@Dependent
public class ReviewStudy {
    private final Studies studies;
    private final Clock clock;

    @Inject
    public ReviewStudy(Studies studies, Clock clock) {
        this.studies = studies;
        this.clock = clock;
    }

    /**
     * What one reviewer has to say.
     *
     * @param reason shown to the applicant after the decision; required unless the verdict is to approve
     */
    public record Judgement(ReviewRole side, Verdict verdict, String reason) {}

    /**
     * The request after the review: still under review where this was the first side, else decided.
     *
     * @throws StudyRefused.OwnStudy for the applicant and the team
     * @throws StudyRefused.AlreadyReviewed where this person or this side has judged this round
     * @throws StudyRefused.ReasonMissing where a return or refusal has no reason
     * @throws StudyRefused.WrongState unless it is under review
     */
    @Transactional
    public Study review(Actor actor, StudyId id, Judgement judgement) {
        actor.require(judgement.side().role());
        Study study = studies.hold(id);
        StudyPolicy.requireReview(actor, study, judgement.side());
        study.after(StudyStep.REVIEW);
        Review review = new Review(
                judgement.side(),
                actor.staff(),
                study.round(),
                judgement.verdict(),
                judgement.reason().strip(),
                clock.instant());
        Study after = study.to(study.after(Decision.of(withEarlier(study, review))));
        studies.review(after, review, entry(actor, after, review));
        return after;
    }

    private List<Review> withEarlier(Study study, Review review) {
        if (review.verdict() != Verdict.APPROVE && review.reason().isEmpty()) {
            throw new StudyRefused.ReasonMissing();
        }
        List<Review> round = new ArrayList<>();
        for (Review earlier : studies.reviews(study.id())) {
            if (earlier.round() == study.round()) {
                requireOther(earlier, review);
                round.add(earlier);
            }
        }
        round.add(review);
        return round;
    }

    private static void requireOther(Review earlier, Review review) {
        if (earlier.role() == review.role() || earlier.reviewer().equals(review.reviewer())) {
            throw new StudyRefused.AlreadyReviewed();
        }
    }

    private static AuditEntry entry(Actor actor, Study after, Review review) {
        return AuditEntry.by(actor, "study.review", ProcessingActivity.ADMINISTER_STUDY)
                .on("study/" + after.code())
                .detail("round", review.round())
                .detail("side", review.role().name())
                .detail("verdict", review.verdict().name())
                .detail("state", after.state().name());
    }
}
