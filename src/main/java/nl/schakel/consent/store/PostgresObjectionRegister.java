package nl.schakel.consent.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditTrail;
import nl.schakel.consent.Objection;
import nl.schakel.consent.ObjectionId;
import nl.schakel.consent.ObjectionRegister;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.Rows;
import nl.schakel.platform.database.Statements;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.school.Brin;

/** Objections in {@code consent.objection} and {@code consent.objection_withdrawal}. */
@Dependent
class PostgresObjectionRegister implements ObjectionRegister {
    private final Rows rows;
    private final Statements statements;
    private final AuditTrail trail;

    @Inject
    PostgresObjectionRegister(Database database, AuditTrail trail) {
        this.rows = database.rows(Zone.SCHOOL);
        this.statements = database.statements(Zone.SCHOOL);
        this.trail = trail;
    }

    @Override
    public Optional<Objection> standing(PersonKey person, Instant at) {
        List<UUID> ids = statements.list(
                "select consent.own_standing_objection(?, ?) as id",
                row -> row.getObject("id", UUID.class),
                person.bytes(),
                at);
        return ids.stream().findFirst().flatMap(id -> find(new ObjectionId(id)));
    }

    @Override
    public Optional<Objection> find(ObjectionId id) {
        return rows.read(manager -> objections(manager, "where o.id = :id")
                .setParameter("id", id.value())
                .getResultStream()
                .map(PostgresObjectionRegister::objection)
                .findFirst());
    }

    @Override
    public Optional<PersonKey> person(ObjectionId id) {
        return rows.read(manager -> Optional.ofNullable(manager.find(ObjectionRow.class, id.value()))
                .map(ObjectionRow::person));
    }

    @Override
    public List<Objection> newest(int most) {
        return rows.read(manager -> objections(manager, "order by o.recordedAt desc, o.id")
                .setMaxResults(most)
                .getResultStream()
                .map(PostgresObjectionRegister::objection)
                .toList());
    }

    private static TypedQuery<Object[]> objections(EntityManager manager, String clauses) {
        return manager.createQuery(
                "select o, w from ObjectionRow o left join ObjectionWithdrawalRow w on w.objection = o.id " + clauses,
                Object[].class);
    }

    private static Objection objection(Object[] row) {
        return ((ObjectionRow) row[0]).objection((ObjectionWithdrawalRow) row[1]);
    }

    @Override
    public void record(Map<PersonKey, Objection> objections, AuditEntry entry) {
        Brin school = school();
        rows.write(manager -> objections.forEach(
                (person, objection) -> manager.persist(new ObjectionRow(school, person, objection))));
        trail.append(Zone.SCHOOL, entry);
    }

    @Override
    public void withdraw(ObjectionId id, Instant at, AuditEntry entry) {
        Brin school = school();
        rows.write(manager -> manager.persist(new ObjectionWithdrawalRow(school, id, at)));
        trail.append(Zone.SCHOOL, entry);
    }

    /** The school for which the transaction acts, as row-level security knows it. */
    private Brin school() {
        return statements.one("select current_setting('schakel.brin')", row -> new Brin(row.getString(1)));
    }
}
