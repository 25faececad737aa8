package nl.schakel.study.rest;

import java.time.Instant;
import nl.schakel.study.Review;

/** One review, as far as it may be seen. */
public record ReviewJson(String kant, int ronde, String oordeel, String reden, Instant op) {
    static ReviewJson of(Review review) {
        return new ReviewJson(
                review.role().name(), review.round(), review.verdict().name(), review.reason(), review.at());
    }
}
