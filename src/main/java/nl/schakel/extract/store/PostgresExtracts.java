package nl.schakel.extract.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditTrail;
import nl.schakel.audit.Processing;
import nl.schakel.audit.ProcessingLog;
import nl.schakel.audit.Subject;
import nl.schakel.extract.BuiltExtract;
import nl.schakel.extract.ExtractId;
import nl.schakel.extract.ExtractLedger;
import nl.schakel.extract.ExtractMembers;
import nl.schakel.extract.Extracts;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.Rows;
import nl.schakel.platform.database.Statements;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.study.StudyId;

/** Extracts in the schema {@code extract}. */
@Dependent
public class PostgresExtracts implements Extracts, ExtractLedger, ExtractMembers {
    private final Rows rows;
    private final Statements statements;
    private final AuditTrail trail;
    private final ProcessingLog processingLog;
    private final Clock clock;

    @Inject
    public PostgresExtracts(Database database, AuditTrail trail, ProcessingLog processingLog, Clock clock) {
        this.rows = database.rows(Zone.COLD);
        this.statements = database.statements(Zone.COLD);
        this.trail = trail;
        this.processingLog = processingLog;
        this.clock = clock;
    }

    @Override
    public Optional<BuiltExtract> find(ExtractId id) {
        return rows.read(manager ->
                Optional.ofNullable(manager.find(ExtractRow.class, id.value())).map(ExtractRow::extract));
    }

    @Override
    public List<BuiltExtract> ofStudy(StudyId study) {
        return rows.read(manager -> manager.createQuery(
                        "select e from ExtractRow e where e.study = :study order by e.builtAt desc, e.id",
                        ExtractRow.class)
                .setParameter("study", study.value())
                .getResultStream()
                .map(ExtractRow::extract)
                .toList());
    }

    @Override
    public List<BuiltExtract> newest(int most) {
        return rows.read(manager -> manager.createQuery(
                        "select e from ExtractRow e order by e.builtAt desc, e.id", ExtractRow.class)
                .setMaxResults(most)
                .getResultStream()
                .map(ExtractRow::extract)
                .toList());
    }

    @Override
    public Optional<BuiltExtract> hold(ExtractId id) {
        statements.each("select pg_advisory_xact_lock(hashtextextended(?, 0))", row -> {}, "extract/" + id);
        return find(id);
    }

    @Override
    public void record(BuiltExtract extract, Members members, AuditEntry entry, Processing processing) {
        rows.write(manager -> manager.persist(new ExtractRow(extract)));
        for (PersonKey person : members.leftOut()) {
            statements.update(
                    "delete from extract.member where extract_id = ? and p = ?",
                    extract.id().value(),
                    person.bytes());
        }
        statements.each(
                "select extract.remember_sources(?)", row -> {}, extract.id().value());
        trail.append(Zone.COLD, entry);
        processingLog.append(
                Zone.COLD,
                processing,
                members.read().stream()
                        .map(person -> Subject.of(person.bytes()))
                        .toList());
    }

    @Override
    public List<PersonKey> of(ExtractId id) {
        return statements.list(
                "select p from extract.member where extract_id = ?", row -> PersonKey.of(row.getBytes(1)), id.value());
    }

    @Override
    public List<ExtractId> holding(PersonKey person) {
        return statements.list(
                "select extract.holding(?)", row -> new ExtractId(row.getObject(1, UUID.class)), person.bytes());
    }

    @Override
    public long withoutBasis(ExtractId id, Instant at) {
        statements.each("select consent.lock_exits_shared()", row -> {});
        Instant held = clock.instant();
        return statements.one(
                "select extract.without_basis(?, ?)", row -> row.getLong(1), id.value(), held.isAfter(at) ? held : at);
    }
}
