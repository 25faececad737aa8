package nl.schakel.release.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditTrail;
import nl.schakel.audit.StaffId;
import nl.schakel.extract.ExtractId;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.Rows;
import nl.schakel.platform.database.Statements;
import nl.schakel.platform.database.Zone;
import nl.schakel.release.Approval;
import nl.schakel.release.Release;
import nl.schakel.release.ReleaseId;
import nl.schakel.release.ReleaseRefused;
import nl.schakel.release.Releases;

/** Releases in the schema {@code release}. */
@Dependent
public class PostgresReleases implements Releases {
    private static final int MOST = 500;
    private static final String TEAM = "select r.id from release.release r where (r.applicant = ? or exists"
            + " (select 1 from study.team_member m where m.study_id = r.study_id and m.staff = ?))";
    private final Rows rows;
    private final Statements statements;
    private final AuditTrail trail;
    private final Clock clock;

    @Inject
    public PostgresReleases(Database database, AuditTrail trail, Clock clock) {
        this.rows = database.rows(Zone.COLD);
        this.statements = database.statements(Zone.COLD);
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public void add(Release release, AuditEntry entry) {
        rows.write(manager -> manager.persist(new ReleaseRow(release)));
        trail.append(Zone.COLD, entry);
    }

    @Override
    public Optional<Release> find(ReleaseId id) {
        return rows.read(manager ->
                Optional.ofNullable(manager.find(ReleaseRow.class, id.value())).map(ReleaseRow::release));
    }

    @Override
    public Release hold(ReleaseId id) {
        return rows.read(manager -> Optional.ofNullable(
                                manager.find(ReleaseRow.class, id.value(), LockModeType.PESSIMISTIC_WRITE))
                        .map(ReleaseRow::release))
                .orElseThrow(ReleaseRefused.Unknown::new);
    }

    @Override
    public Release holdOf(ExtractId extract) {
        return rows.read(manager -> query(manager, "where r.extract = :extract")
                        .setParameter("extract", extract.value())
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getResultStream()
                        .findFirst()
                        .map(ReleaseRow::release))
                .orElseThrow(ReleaseRefused.Unknown::new);
    }

    /** The agreement goes first: the schema lets a package be released only where two stand. */
    @Override
    public void approve(Release after, Approval approval, AuditEntry entry) {
        write(after, row -> row.add(approval));
        write(after, row -> row.write(after.state(), "", clock.instant()));
        trail.append(Zone.COLD, entry);
    }

    @Override
    public void download(Release after, StaffId by, AuditEntry entry) {
        rows.write(manager -> manager.persist(new DownloadRow(after.id(), by, clock.instant())));
        write(after, row -> row.write(after.state(), "", clock.instant()));
        trail.append(Zone.COLD, entry);
    }

    @Override
    public void close(Release after, String reason, AuditEntry entry) {
        write(after, row -> row.write(after.state(), reason, clock.instant()));
        statements.update(
                "delete from release.chunk where release_id = ?", after.id().value());
        trail.append(Zone.COLD, entry);
    }

    private void write(Release release, Consumer<ReleaseRow> change) {
        rows.write(manager ->
                change.accept(manager.find(ReleaseRow.class, release.id().value())));
    }

    @Override
    public boolean isTeam(Release release, StaffId person) {
        UUID staff = person.value();
        return !statements
                .list(
                        TEAM + " and r.id = ?",
                        row -> true,
                        staff,
                        staff,
                        release.id().value())
                .isEmpty();
    }

    @Override
    public List<Release> ofTeam(StaffId person) {
        UUID staff = person.value();
        List<UUID> ids = statements.list(
                TEAM + " order by r.built_at desc limit 500", row -> row.getObject(1, UUID.class), staff, staff);
        return ids.isEmpty()
                ? List.of()
                : rows.read(manager -> query(manager, "where r.id in :ids order by r.builtAt desc")
                        .setParameter("ids", ids)
                        .getResultStream()
                        .map(ReleaseRow::release)
                        .toList());
    }

    @Override
    public List<Release> all() {
        String waitingFirst = "case when r.state = nl.schakel.release.ReleaseState.BUILT then 0 else 1 end";
        return rows.read(manager -> query(manager, "order by " + waitingFirst + ", r.builtAt")
                .setMaxResults(MOST)
                .getResultStream()
                .map(ReleaseRow::release)
                .toList());
    }

    private static TypedQuery<ReleaseRow> query(EntityManager manager, String clauses) {
        return manager.createQuery("select r from ReleaseRow r " + clauses, ReleaseRow.class);
    }
}
