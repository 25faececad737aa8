package nl.schakel.consent.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
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
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.PersonKey;

/** Objections in {@code consent.objection} and {@code consent.objection_withdrawal}. */
@Dependent
class PostgresObjectionRegister implements ObjectionRegister {
    private static final String SELECT = "select o.id, o.from_at, o.recorded_at, w.recorded_at as withdrawn_at"
            + " from consent.objection o left join consent.objection_withdrawal w on w.objection_id = o.id ";

    private final SchoolZone zone;
    private final AuditTrail trail;

    @Inject
    PostgresObjectionRegister(Database database, AuditTrail trail) {
        this.zone = new SchoolZone(database);
        this.trail = trail;
    }

    @Override
    public Optional<Objection> standing(PersonKey person, Instant at) {
        List<UUID> ids = zone.list(
                "select consent.own_standing_objection(?, ?) as id",
                row -> row.getObject("id", UUID.class),
                person.bytes(),
                at);
        return ids.stream().findFirst().flatMap(id -> find(new ObjectionId(id)));
    }

    @Override
    public Optional<Objection> find(ObjectionId id) {
        return zone.list(SELECT + "where o.id = ?", PostgresObjectionRegister::objection, id.value()).stream()
                .findFirst();
    }

    @Override
    public List<Objection> newest(int most) {
        return zone.list(
                SELECT + "order by o.recorded_at desc, o.id limit ?", PostgresObjectionRegister::objection, most);
    }

    private static Objection objection(ResultSet row) throws SQLException {
        return new Objection(
                new ObjectionId(row.getObject("id", UUID.class)),
                SchoolZone.moment(row, "from_at"),
                SchoolZone.moment(row, "recorded_at"),
                Optional.ofNullable(row.getObject("withdrawn_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    @Override
    public void record(Map<PersonKey, Objection> objections, AuditEntry entry) {
        zone.prepare(
                "insert into consent.objection (id, brin, p, from_at, recorded_at)"
                        + " values (?, current_setting('schakel.brin'), ?, ?, ?)",
                insert -> {
                    for (Map.Entry<PersonKey, Objection> one : objections.entrySet()) {
                        insert.setObject(1, one.getValue().id().value());
                        insert.setBytes(2, one.getKey().bytes());
                        insert.setObject(3, SchoolZone.sqlValue(one.getValue().from()));
                        insert.setObject(4, SchoolZone.sqlValue(one.getValue().recorded()));
                        insert.addBatch();
                    }
                    insert.executeBatch();
                });
        trail.append(Zone.SCHOOL, entry);
    }

    @Override
    public void withdraw(ObjectionId id, Instant at, AuditEntry entry) {
        zone.prepare(
                "insert into consent.objection_withdrawal (objection_id, brin, recorded_at)"
                        + " values (?, current_setting('schakel.brin'), ?)",
                insert -> {
                    insert.setObject(1, id.value());
                    insert.setObject(2, SchoolZone.sqlValue(at));
                    insert.executeUpdate();
                });
        trail.append(Zone.SCHOOL, entry);
    }
}
