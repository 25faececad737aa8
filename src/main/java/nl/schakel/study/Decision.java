package nl.schakel.study;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** What the reviews of one round amount to. */
final class Decision {
    private Decision() {}

    /**
     * The step that the reviews of one round lead to: nothing is decided before both sides have judged; one refusal
     * refuses; otherwise one return returns; only two approvals approve.
     *
     * @param reviews of the same round, at most one for each side
     */
    static StudyStep of(Collection<Review> reviews) {
        Set<ReviewRole> sides = EnumSet.noneOf(ReviewRole.class);
        Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
        for (Review review : reviews) {
            sides.add(review.role());
            verdicts.add(review.verdict());
        }
        if (sides.size() < ReviewRole.values().length) {
            return StudyStep.REVIEW;
        }
        if (verdicts.contains(Verdict.REFUSE)) {
            return StudyStep.REFUSE;
        }
        return verdicts.contains(Verdict.RETURN) ? StudyStep.RETURN : StudyStep.APPROVE;
    }
}
