package nl.schakel.study.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import nl.schakel.audit.StaffId;
import nl.schakel.study.Review;
import nl.schakel.study.ReviewRole;
import nl.schakel.study.Verdict;

/** A review; the schema refuses one by the applicant, who stands in it for that reason. */
@Embeddable
class ReviewRow {
    private int round;

    @Enumerated(EnumType.STRING)
    private ReviewRole side;

    private UUID reviewer;

    @Column(name = "applicant")
    private UUID applicant;

    @Enumerated(EnumType.STRING)
    private Verdict verdict;

    private String reason;

    @Column(name = "reviewed_at")
    private Instant reviewedAt;

    /** For the provider. */
    protected ReviewRow() {}

    ReviewRow(Review review, UUID applicant) {
        this.round = review.round();
        this.side = review.role();
        this.reviewer = review.reviewer().value();
        this.applicant = applicant;
        this.verdict = review.verdict();
        this.reason = review.reason();
        this.reviewedAt = review.at();
    }

    Review review() {
        return new Review(side, new StaffId(reviewer), round, verdict, reason, reviewedAt);
    }
}
