package nl.schakel.study;

import java.util.List;
import java.util.Set;

/**
 * A request as one person may see it.
 *
 * @param reviews those that this person may see
 * @param open the sides from which this person can judge it now
 * @param mayChange whether this person can change it and hand it in now
 */
public record StudyFile(Study study, List<Review> reviews, Set<ReviewRole> open, boolean mayChange) {
    /** Takes copies. */
    public StudyFile {
        reviews = List.copyOf(reviews);
        open = Set.copyOf(open);
    }
}
