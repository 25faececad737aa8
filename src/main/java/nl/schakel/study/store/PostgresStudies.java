package nl.schakel.study.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditTrail;
import nl.schakel.audit.StaffId;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.Rows;
import nl.schakel.platform.database.Statements;
import nl.schakel.platform.database.Zone;
import nl.schakel.study.Review;
import nl.schakel.study.Studies;
import nl.schakel.study.Study;
import nl.schakel.study.StudyCode;
import nl.schakel.study.StudyId;
import nl.schakel.study.StudyOverview;
import nl.schakel.study.StudyRefused;

/** Requests and reviews in the schema {@code study}. */
@Dependent
public class PostgresStudies implements Studies {
    private static final int MOST = 500;
    private static final String OVERVIEW = "select s,"
            + " (select count(v.name) from StudyRow t join t.variables v where t.id = s.id) from StudyRow s ";
    private final Rows rows;
    private final Statements statements;
    private final AuditTrail trail;
    private final Clock clock;

    @Inject
    public PostgresStudies(Database database, AuditTrail trail, Clock clock) {
        this.rows = database.rows(Zone.COLD);
        this.statements = database.statements(Zone.COLD);
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public StudyCode newCode(int year) {
        int number = statements.one(
                "insert into study.numbering (year, last) values (?, 1)"
                        + " on conflict (year) do update set last = numbering.last + 1 returning last",
                row -> row.getInt(1),
                year);
        return StudyCode.of(year, number);
    }

    @Override
    public void add(Study study, AuditEntry entry) {
        rows.write(manager -> manager.persist(new StudyRow(study, clock.instant())));
        trail.append(Zone.COLD, entry);
    }

    @Override
    public Optional<Study> find(StudyId id) {
        return rows.read(manager ->
                Optional.ofNullable(manager.find(StudyRow.class, id.value())).map(StudyRow::study));
    }

    @Override
    public Study hold(StudyId id) {
        return rows.read(manager -> Optional.ofNullable(
                                manager.find(StudyRow.class, id.value(), LockModeType.PESSIMISTIC_WRITE))
                        .map(StudyRow::study))
                .orElseThrow(StudyRefused.Unknown::new);
    }

    @Override
    public void change(Study study, AuditEntry entry) {
        write(study, row -> row.write(study, clock.instant()));
        trail.append(Zone.COLD, entry);
    }

    /** The review goes first: the schema lets a study be approved only where two reviews stand. */
    @Override
    public void review(Study after, Review review, AuditEntry entry) {
        write(after, row -> row.add(review));
        write(after, row -> row.writeState(after, clock.instant()));
        trail.append(Zone.COLD, entry);
    }

    private void write(Study study, Consumer<StudyRow> change) {
        rows.write(
                manager -> change.accept(manager.find(StudyRow.class, study.id().value())));
    }

    @Override
    public List<Review> reviews(StudyId id) {
        return rows.read(manager -> Optional.ofNullable(manager.find(StudyRow.class, id.value()))
                .map(StudyRow::reviews)
                .orElse(List.of()));
    }

    @Override
    public List<StudyOverview> ofTeam(StaffId person) {
        return rows.read(manager -> manager.createQuery(
                        OVERVIEW + "where s.applicant = :person or s.id in (select t.id from StudyRow t join t.team m"
                                + " where m = :person) order by s.createdAt desc",
                        Object[].class)
                .setParameter("person", person.value())
                .setMaxResults(MOST)
                .getResultStream()
                .map(PostgresStudies::overview)
                .toList());
    }

    @Override
    public List<StudyOverview> handedIn() {
        String waitingFirst = "case when s.state = nl.schakel.study.StudyState.SUBMITTED then 0 else 1 end";
        return rows.read(manager -> manager.createQuery(
                        OVERVIEW + "where s.round > 0 order by " + waitingFirst + ", s.stateSince", Object[].class)
                .setMaxResults(MOST)
                .getResultStream()
                .map(PostgresStudies::overview)
                .toList());
    }

    private static StudyOverview overview(Object[] columns) {
        return ((StudyRow) columns[0]).overview(((Number) columns[1]).intValue());
    }
}
