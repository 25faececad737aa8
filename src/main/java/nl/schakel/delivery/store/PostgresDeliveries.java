package nl.schakel.delivery.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditTrail;
import nl.schakel.delivery.Deliveries;
import nl.schakel.delivery.Delivery;
import nl.schakel.delivery.DeliveryId;
import nl.schakel.delivery.Findings;
import nl.schakel.delivery.IdempotencyKey;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.Rows;
import nl.schakel.platform.database.Statements;
import nl.schakel.platform.database.Zone;
import nl.schakel.school.Brin;

/** Deliveries in PostgreSQL; row-level security shows the own school's only. */
@Dependent
class PostgresDeliveries implements Deliveries {
    private final Rows rows;
    private final Statements statements;
    private final FindingTables findings;
    private final AuditTrail trail;

    @Inject
    PostgresDeliveries(Database database, AuditTrail trail) {
        this.rows = database.rows(Zone.SCHOOL);
        this.statements = database.statements(Zone.SCHOOL);
        this.findings = new FindingTables(statements);
        this.trail = trail;
    }

    @Override
    public void awaitTurn(Brin school, IdempotencyKey key) {
        statements.each(
                "select pg_advisory_xact_lock(hashtextextended('delivery.receive/' || ? || '/' || ?, 0))",
                row -> {},
                school.value(),
                key.value());
    }

    @Override
    public Optional<Stored> byKey(Brin school, IdempotencyKey key) {
        return rows.read(manager -> query(manager, "where d.brin = :brin and d.idempotencyKey = :key")
                .setParameter("brin", school.value())
                .setParameter("key", key.value())
                .getResultStream()
                .findFirst()
                .map(DeliveryRow::stored));
    }

    @Override
    public Optional<Delivery> find(DeliveryId id) {
        return find(id, LockModeType.NONE);
    }

    @Override
    public Optional<Delivery> findForChange(DeliveryId id) {
        return find(id, LockModeType.PESSIMISTIC_WRITE);
    }

    private Optional<Delivery> find(DeliveryId id, LockModeType lock) {
        return rows.read(manager -> Optional.ofNullable(manager.find(DeliveryRow.class, id.value(), lock))
                .map(DeliveryRow::delivery));
    }

    @Override
    public List<Delivery> newest(int most) {
        return rows.read(manager -> query(manager, "order by d.receivedAt desc, d.id")
                .setMaxResults(most)
                .getResultStream()
                .map(DeliveryRow::delivery)
                .toList());
    }

    private static TypedQuery<DeliveryRow> query(EntityManager manager, String clauses) {
        return manager.createQuery("select d from DeliveryRow d " + clauses, DeliveryRow.class);
    }

    @Override
    public Findings findings(DeliveryId id) {
        return findings.read(id);
    }

    @Override
    public void add(Delivery delivery, Findings found, Attempt attempt, AuditEntry entry) {
        rows.write(manager -> manager.persist(new DeliveryRow(delivery, attempt)));
        findings.write(delivery, found);
        trail.append(Zone.SCHOOL, entry);
    }

    @Override
    public void change(Delivery changed, AuditEntry entry) {
        rows.write(manager -> Optional.ofNullable(
                        manager.find(DeliveryRow.class, changed.id().value()))
                .orElseThrow(() -> new IllegalStateException("no such delivery"))
                .write(changed));
        trail.append(Zone.SCHOOL, entry);
    }
}
