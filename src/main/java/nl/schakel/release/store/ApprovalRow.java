package nl.schakel.release.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import nl.schakel.audit.StaffId;
import nl.schakel.release.Approval;
import nl.schakel.study.ReviewRole;

/** An agreement; the schema refuses one of the applicant, who stands in it for that reason. */
@Embeddable
class ApprovalRow {
    @Enumerated(EnumType.STRING)
    private ReviewRole side;

    private UUID staff;

    @Column(name = "applicant")
    private UUID applicant;

    @Column(name = "approved_at")
    private Instant approvedAt;

    /** For the provider. */
    protected ApprovalRow() {}

    ApprovalRow(Approval approval, UUID applicant) {
        this.side = approval.side();
        this.staff = approval.staff().value();
        this.applicant = applicant;
        this.approvedAt = approval.at();
    }

    Approval approval() {
        return new Approval(side, new StaffId(staff), approvedAt);
    }
}
