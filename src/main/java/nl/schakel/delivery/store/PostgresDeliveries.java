package nl.schakel.delivery.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.util.ArrayList;
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
import nl.schakel.platform.database.Zone;
import nl.schakel.school.Brin;

/** Deliveries in PostgreSQL; row-level security shows the own school's only. */
@Dependent
class PostgresDeliveries implements Deliveries {
    private final Database database;
    private final AuditTrail trail;

    @Inject
    PostgresDeliveries(Database database, AuditTrail trail) {
        this.database = database;
        this.trail = trail;
    }

    @Override
    public void awaitTurn(Brin school, IdempotencyKey key) {
        run("select pg_advisory_xact_lock(hashtextextended('delivery.receive/' || ? || '/' || ?, 0))", statement -> {
            statement.setString(1, school.value());
            statement.setString(2, key.value());
            statement.execute();
        });
    }

    @Override
    public Optional<Stored> byKey(Brin school, IdempotencyKey key) {
        return query("where brin = ? and idempotency_key = ?", school.value(), key.value()).stream()
                .findFirst();
    }

    @Override
    public Optional<Delivery> find(DeliveryId id) {
        return query("where id = ?", id.value()).stream().map(Stored::delivery).findFirst();
    }

    @Override
    public Optional<Delivery> findForChange(DeliveryId id) {
        return query("where id = ? for update", id.value()).stream()
                .map(Stored::delivery)
                .findFirst();
    }

    @Override
    public List<Delivery> newest(int most) {
        return query("order by received_at desc, id limit ?", most).stream()
                .map(Stored::delivery)
                .toList();
    }

    private List<Stored> query(String clause, Object... values) {
        List<Stored> found = new ArrayList<>();
        run("select " + DeliveryColumns.NAMES + " from delivery.delivery " + clause, statement -> {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(DeliveryColumns.read(rows));
                }
            }
        });
        return found;
    }

    @Override
    public Findings findings(DeliveryId id) {
        return new FindingTables(database).read(id);
    }

    @Override
    public void add(Delivery delivery, Findings findings, Attempt attempt, AuditEntry entry) {
        run(DeliveryColumns.INSERT, statement -> {
            DeliveryColumns.write(statement, delivery, attempt);
            statement.executeUpdate();
        });
        new FindingTables(database).write(delivery, findings);
        trail.append(Zone.SCHOOL, entry);
    }

    @Override
    public void change(Delivery changed, AuditEntry entry) {
        run("update delivery.delivery set state = ?, approved_at = ?, withdrawn_at = ? where id = ?", statement -> {
            statement.setString(1, changed.state().name());
            statement.setObject(2, DeliveryColumns.time(changed.moments().approved()));
            statement.setObject(3, DeliveryColumns.time(changed.moments().withdrawn()));
            statement.setObject(4, changed.id().value());
            if (statement.executeUpdate() != 1) {
                throw new IllegalStateException("no such delivery");
            }
        });
        trail.append(Zone.SCHOOL, entry);
    }

    private void run(String sql, Statements.Work work) {
        Statements.run(database, sql, work);
    }
}
