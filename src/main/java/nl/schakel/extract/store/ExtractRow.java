package nl.schakel.extract.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import nl.schakel.audit.StaffId;
import nl.schakel.extract.BuiltExtract;
import nl.schakel.extract.ExtractId;
import nl.schakel.study.StudyCode;
import nl.schakel.study.StudyId;

/** What is known of an extract that was built; never changed. Its members are rows of SQL. */
@Entity
@Table(schema = "extract", name = "extract")
class ExtractRow {
    @Id
    private UUID id;

    @Column(name = "study_id")
    private UUID study;

    @Column(name = "study_code")
    private String studyCode;

    @Column(name = "pseudonym_version")
    private int pseudonymVersion;

    @Column(name = "built_at")
    private Instant builtAt;

    @Column(name = "built_by")
    private UUID builtBy;

    private int pupils;
    private int columns;

    @Column(name = "needs_consent")
    private boolean needsConsent;

    @Column(name = "risk_report")
    private String riskReport;

    @Column(name = "linkage_report")
    private String linkageReport;

    /** For the provider. */
    protected ExtractRow() {}

    ExtractRow(BuiltExtract extract) {
        id = extract.id().value();
        study = extract.study().value();
        studyCode = extract.studyCode().value();
        pseudonymVersion = extract.pseudonymVersion();
        builtAt = extract.builtAt();
        builtBy = extract.builtBy().value();
        pupils = extract.pupils();
        columns = extract.columns();
        needsConsent = extract.needsConsent();
        riskReport = extract.riskReport();
        linkageReport = extract.linkageReport();
    }

    BuiltExtract extract() {
        return new BuiltExtract(
                new ExtractId(id),
                new StudyId(study),
                new StudyCode(studyCode),
                pseudonymVersion,
                builtAt,
                new StaffId(builtBy),
                pupils,
                columns,
                needsConsent,
                riskReport,
                linkageReport);
    }
}
