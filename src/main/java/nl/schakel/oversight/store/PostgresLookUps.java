package nl.schakel.oversight.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditTrail;
import nl.schakel.audit.StaffId;
import nl.schakel.oversight.Ground;
import nl.schakel.oversight.LookUp;
import nl.schakel.oversight.LookUpId;
import nl.schakel.oversight.LookUpReason;
import nl.schakel.oversight.LookUps;
import nl.schakel.oversight.PupilEvent;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.Statements;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.pseudonym.Token;
import org.eclipse.microprofile.config.Config;

/** Requests in {@code oversight.look_up}; events by {@code oversight.events}. */
@Dependent
class PostgresLookUps implements LookUps {
    private static final int USUAL_PER_DAY = 10;
    private static final String SELECT =
            "select id, ground, reason, asked_by, asked_at, approved_by, approved_at, used_at"
                    + " from oversight.look_up ";
    private static final String PERSONS =
            """
            with present as (
              select coalesce(s.new_p, q.p) as p
                from pseudonym.person q left join pseudonym.superseded s on s.old_p = q.p
               where q.lp = ? or q.p = (select e.p from pseudonym.earlier_number e where e.lp = ?)
            )
            select k.p, 0 as place from present k
            union all
            select s.old_p, 1 from present k join pseudonym.superseded s on s.new_p = k.p
            order by place
            """;

    private final Statements statements;
    private final AuditTrail trail;
    private final int perDay;

    @Inject
    PostgresLookUps(Database database, AuditTrail trail, Config config) {
        this(
                database,
                trail,
                config.getOptionalValue("schakel.inzage.per-dag", Integer.class).orElse(USUAL_PER_DAY));
    }

    PostgresLookUps(Database database, AuditTrail trail, int perDay) {
        this.statements = database.statements(Zone.LINK);
        this.trail = trail;
        this.perDay = perDay;
    }

    @Override
    public void add(LookUp request, AuditEntry entry) {
        statements.update(
                "insert into oversight.look_up (id, ground, reason, asked_by, asked_at) values (?, ?, ?, ?, ?)",
                request.id().value(),
                request.ground().name(),
                request.reason().text(),
                request.askedBy().value(),
                request.asked());
        trail.append(Zone.LINK, entry);
    }

    @Override
    public Optional<LookUp> hold(LookUpId id) {
        return statements.list(SELECT + "where id = ? for update", PostgresLookUps::read, id.value()).stream()
                .findFirst();
    }

    @Override
    public void approve(LookUpId id, StaffId by, Instant at, AuditEntry entry) {
        statements.update(
                "update oversight.look_up set approved_by = ?, approved_at = ? where id = ? and approved_at is null",
                by.value(),
                at,
                id.value());
        trail.append(Zone.LINK, entry);
    }

    @Override
    public void use(LookUpId id, Instant at, AuditEntry entry) {
        statements.update("update oversight.look_up set used_at = ? where id = ? and used_at is null", at, id.value());
        trail.append(Zone.LINK, entry);
    }

    @Override
    public int usedSince(StaffId officer, Instant since) {
        statements.each(
                "select pg_advisory_xact_lock(hashtextextended('oversight.look_up/' || ?::text, 0))",
                row -> {},
                officer.value());
        return (int) statements.number(
                "select count(*) from oversight.look_up where asked_by = ? and used_at >= ?", officer.value(), since);
    }

    @Override
    public int mostPerDay() {
        return perDay;
    }

    @Override
    public List<LookUp> newest(int most, AuditEntry entry) {
        trail.append(Zone.LINK, entry);
        return statements.list(SELECT + "order by asked_at desc, id limit ?", PostgresLookUps::read, most);
    }

    @Override
    public List<PersonKey> persons(Token linkage) {
        byte[] earlier = linkage.earlier().orElse(linkage).bytes();
        return statements.list(PERSONS, row -> PersonKey.of(row.getBytes(1)), linkage.bytes(), earlier);
    }

    @Override
    public List<PupilEvent> events(List<PersonKey> persons) {
        byte[][] keys = persons.stream().map(PersonKey::bytes).toArray(byte[][]::new);
        List<PupilEvent> events = new ArrayList<>();
        statements.run("select moment, kind, place, content, state from oversight.events(?)", select -> {
            select.setArray(1, select.getConnection().createArrayOf("bytea", keys));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    events.add(EventRow.read(row));
                }
            }
        });
        return events;
    }

    private static LookUp read(ResultSet row) throws SQLException {
        return new LookUp(
                new LookUpId(row.getObject(1, UUID.class)),
                Ground.valueOf(row.getString(2)),
                new LookUpReason(row.getString(3)),
                new StaffId(row.getObject(4, UUID.class)),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject(6, UUID.class)).map(StaffId::new),
                moment(row, 7),
                moment(row, 8));
    }

    private static Optional<Instant> moment(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
