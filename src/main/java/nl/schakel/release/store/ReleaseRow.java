package nl.schakel.release.store;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.schakel.audit.SignedNote;
import nl.schakel.audit.StaffId;
import nl.schakel.extract.ExtractId;
import nl.schakel.release.Approval;
import nl.schakel.release.Release;
import nl.schakel.release.ReleaseId;
import nl.schakel.release.ReleaseState;
import nl.schakel.release.SealedPackage;
import nl.schakel.release.Sha256;
import nl.schakel.study.AgeRecipient;
import nl.schakel.study.StudyCode;
import nl.schakel.study.StudyId;

/** A package on its way out with its approvals; its bytes lie in another table. */
@Entity
@Table(schema = "release", name = "release")
class ReleaseRow {
    @Id
    private UUID id;

    @Column(name = "extract_id")
    private UUID extract;

    @Column(name = "study_id")
    private UUID study;

    @Column(name = "study_code")
    private String studyCode;

    private UUID applicant;

    @Enumerated(EnumType.STRING)
    private ReleaseState state;

    @Column(name = "built_at")
    private Instant builtAt;

    @Column(name = "state_since")
    private Instant stateSince;

    @Column(name = "end_date")
    private LocalDate endDate;

    private String recipient;
    private long size;
    private String digest;
    private String note;
    private String variables;
    private int pupils;
    private int columns;

    @Column(name = "closing_reason")
    private String closingReason = "";

    @ElementCollection
    @CollectionTable(schema = "release", name = "approval", joinColumns = @JoinColumn(name = "release_id"))
    @OrderBy("approvedAt, side")
    private List<ApprovalRow> approvals = new ArrayList<>();

    /** For the provider. */
    protected ReleaseRow() {}

    ReleaseRow(Release release) {
        id = release.id().value();
        extract = release.extract().value();
        study = release.study().value();
        studyCode = release.studyCode().value();
        applicant = release.applicant().value();
        state = release.state();
        builtAt = release.builtAt();
        stateSince = release.builtAt();
        endDate = release.endDate();
        recipient = release.sealed().recipient().value();
        size = release.sealed().size();
        digest = release.sealed().digest().hex();
        note = release.sealed().note().value();
        variables = release.sealed().variables().value();
        pupils = release.sealed().rows();
        columns = release.sealed().columns();
    }

    /** Takes over the state; the moment counts where it is another one. */
    void write(ReleaseState now, String reason, Instant at) {
        stateSince = now == state ? stateSince : at;
        state = now;
        closingReason = reason;
    }

    void add(Approval approval) {
        approvals.add(new ApprovalRow(approval, applicant));
    }

    Release release() {
        return new Release(
                new ReleaseId(id),
                new ExtractId(extract),
                new StudyId(study),
                new StudyCode(studyCode),
                new StaffId(applicant),
                state,
                builtAt,
                endDate,
                sealed(),
                approvals.stream().map(ApprovalRow::approval).toList());
    }

    private SealedPackage sealed() {
        return new SealedPackage(
                new AgeRecipient(recipient),
                size,
                new Sha256(digest),
                new SignedNote(note),
                new SignedNote(variables),
                pupils,
                columns);
    }
}
