package nl.schakel.study;

import java.util.Collection;
import java.util.List;
import nl.schakel.audit.Actor;
import nl.schakel.audit.Role;

/** Who may do what with a request. Each rule can be asked ({@code allows…}) and enforced ({@code require…}). */
public final class StudyPolicy {
    private StudyPolicy() {}

    /** Whether the actor may see the request: its team always, reviewers once it was handed in. */
    public static boolean allowsReading(Actor actor, Study study) {
        if (study.isTeam(actor.staff())) {
            return actor.has(Role.RESEARCHER);
        }
        return study.round() > 0 && (actor.has(Role.STEWARD) || actor.has(Role.PRIVACY_OFFICER));
    }

    /** Returns normally where the actor may see it. @throws StudyRefused.Unknown otherwise, as if it did not exist */
    static void requireReading(Actor actor, Study study) {
        if (!allowsReading(actor, study)) {
            throw new StudyRefused.Unknown();
        }
    }

    /** Returns normally for the applicant. @throws StudyRefused.Unknown for anybody else, as if it did not exist */
    static void requireApplicant(Actor actor, Study study) {
        actor.require(Role.RESEARCHER);
        if (!study.applicant().equals(actor.staff())) {
            throw new StudyRefused.Unknown();
        }
    }

    /** Whether the actor may judge the request from that side. */
    public static boolean allowsReview(Actor actor, Study study, ReviewRole side) {
        return actor.has(side.role()) && !study.isTeam(actor.staff());
    }

    /**
     * Returns normally where the actor may judge the request from that side.
     *
     * @throws StudyRefused.OwnStudy for the applicant and the team
     */
    static void requireReview(Actor actor, Study study, ReviewRole side) {
        actor.require(side.role());
        if (study.isTeam(actor.staff())) {
            throw new StudyRefused.OwnStudy();
        }
    }

    /**
     * The reviews that the actor may see: an own review always, the other side's only once both sides of that round are
     * in. So neither reviewer is led by the other, and the applicant sees no half decision.
     */
    public static List<Review> visible(Actor actor, Collection<Review> reviews) {
        return reviews.stream()
                .filter(review -> review.reviewer().equals(actor.staff()) || isComplete(reviews, review.round()))
                .toList();
    }

    private static boolean isComplete(Collection<Review> reviews, int round) {
        return Decision.of(reviews.stream()
                        .filter(review -> review.round() == round)
                        .toList())
                != StudyStep.REVIEW;
    }
}
