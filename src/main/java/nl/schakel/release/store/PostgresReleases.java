package nl.schakel.release.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditTrail;
import nl.schakel.audit.SignedNote;
import nl.schakel.audit.StaffId;
import nl.schakel.extract.ExtractId;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.Zone;
import nl.schakel.release.Approval;
import nl.schakel.release.Release;
import nl.schakel.release.ReleaseId;
import nl.schakel.release.ReleaseRefused;
import nl.schakel.release.ReleaseState;
import nl.schakel.release.Releases;
import nl.schakel.release.SealedPackage;
import nl.schakel.release.Sha256;
import nl.schakel.study.AgeRecipient;
import nl.schakel.study.ReviewRole;
import nl.schakel.study.StudyCode;
import nl.schakel.study.StudyId;

/** Releases in the schema {@code release}. */
@Dependent
public class PostgresReleases implements Releases {
    private static final String SELECT = "select r.* from release.release r ";
    private static final String TEAM =
            "(r.applicant = ? or exists (select 1 from study.team_member m where m.study_id = r.study_id and m.staff = ?))";
    private final Cold cold;
    private final AuditTrail trail;
    private final Clock clock;

    @Inject
    public PostgresReleases(Database database, AuditTrail trail, Clock clock) {
        this.cold = new Cold(database);
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public void add(Release release, AuditEntry entry) {
        SealedPackage sealed = release.sealed();
        cold.update(
                "insert into release.release (id, extract_id, study_id, study_code, applicant, state, built_at,"
                        + " state_since, end_date, recipient, size, digest, note, pupils, columns)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                release.id().value(),
                release.extract().value(),
                release.study().value(),
                release.studyCode().value(),
                release.applicant().value(),
                release.state().name(),
                release.builtAt().atOffset(ZoneOffset.UTC),
                release.builtAt().atOffset(ZoneOffset.UTC),
                release.endDate(),
                sealed.recipient().value(),
                sealed.size(),
                sealed.digest().hex(),
                sealed.note().value(),
                sealed.rows(),
                sealed.columns());
        trail.append(Zone.COLD, entry);
    }

    @Override
    public Optional<Release> find(ReleaseId id) {
        return cold.query(SELECT + "where r.id = ?", this::release, id.value()).stream()
                .findFirst();
    }

    @Override
    public Release hold(ReleaseId id) {
        return cold.query(SELECT + "where r.id = ? for update", this::release, id.value()).stream()
                .findFirst()
                .orElseThrow(ReleaseRefused.Unknown::new);
    }

    @Override
    public Release holdOf(ExtractId extract) {
        return cold.query(SELECT + "where r.extract_id = ? for update", this::release, extract.value()).stream()
                .findFirst()
                .orElseThrow(ReleaseRefused.Unknown::new);
    }

    @Override
    public void approve(Release after, Approval approval, AuditEntry entry) {
        cold.update(
                "insert into release.approval (release_id, side, staff, applicant, approved_at) values (?, ?, ?, ?, ?)",
                after.id().value(),
                approval.side().name(),
                approval.staff().value(),
                after.applicant().value(),
                approval.at().atOffset(ZoneOffset.UTC));
        writeState(after, "");
        trail.append(Zone.COLD, entry);
    }

    @Override
    public void download(Release after, StaffId by, AuditEntry entry) {
        cold.update(
                "insert into release.download (id, release_id, staff, downloaded_at) values (?, ?, ?, ?)",
                UUID.randomUUID(),
                after.id().value(),
                by.value(),
                clock.instant().atOffset(ZoneOffset.UTC));
        writeState(after, "");
        trail.append(Zone.COLD, entry);
    }

    @Override
    public void close(Release after, String reason, AuditEntry entry) {
        writeState(after, reason);
        cold.update("delete from release.chunk where release_id = ?", after.id().value());
        trail.append(Zone.COLD, entry);
    }

    @Override
    public boolean isTeam(Release release, StaffId person) {
        UUID staff = person.value();
        String sql = "select 1 from release.release r where r.id = ? and " + TEAM;
        return !cold.query(sql, row -> row.getInt(1), release.id().value(), staff, staff)
                .isEmpty();
    }

    @Override
    public List<Release> ofTeam(StaffId person) {
        String sql = SELECT + "where " + TEAM + " order by r.built_at desc limit 500";
        return cold.query(sql, this::release, person.value(), person.value());
    }

    @Override
    public List<Release> all() {
        return cold.query(SELECT + "order by (r.state <> 'BUILT'), r.built_at limit 500", this::release);
    }

    private void writeState(Release release, String reason) {
        cold.update(
                "update release.release set state = ?, closing_reason = ?,"
                        + " state_since = case when state = ? then state_since else ? end where id = ?",
                release.state().name(),
                reason,
                release.state().name(),
                clock.instant().atOffset(ZoneOffset.UTC),
                release.id().value());
    }

    private Release release(ResultSet row) throws SQLException {
        ReleaseId id = new ReleaseId(row.getObject("id", UUID.class));
        return new Release(
                id,
                new ExtractId(row.getObject("extract_id", UUID.class)),
                new StudyId(row.getObject("study_id", UUID.class)),
                new StudyCode(row.getString("study_code")),
                new StaffId(row.getObject("applicant", UUID.class)),
                ReleaseState.valueOf(row.getString("state")),
                row.getObject("built_at", OffsetDateTime.class).toInstant(),
                row.getObject("end_date", LocalDate.class),
                sealed(row),
                approvals(id));
    }

    private static SealedPackage sealed(ResultSet row) throws SQLException {
        return new SealedPackage(
                new AgeRecipient(row.getString("recipient")),
                row.getLong("size"),
                new Sha256(row.getString("digest")),
                new SignedNote(row.getString("note")),
                row.getInt("pupils"),
                row.getInt("columns"));
    }

    private List<Approval> approvals(ReleaseId id) {
        return cold.query(
                "select side, staff, approved_at from release.approval where release_id = ? order by approved_at, side",
                row -> new Approval(
                        ReviewRole.valueOf(row.getString("side")),
                        new StaffId(row.getObject("staff", UUID.class)),
                        row.getObject("approved_at", OffsetDateTime.class).toInstant()),
                id.value());
    }
}
