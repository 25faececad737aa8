package nl.schakel.delivery.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditTrail;
import nl.schakel.audit.StaffId;
import nl.schakel.delivery.NumberChange;
import nl.schakel.delivery.NumberChangeId;
import nl.schakel.delivery.NumberChanges;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.Statements;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.PersonKey;

/** Number changes by functions of the database, which decide for the own school. */
@Dependent
class PostgresNumberChanges implements NumberChanges {
    private static final String SELECT =
            "select id, from_day, recorded_at, undone_at, settled_at from pseudonym.number_change ";

    private final Statements statements;
    private final AuditTrail trail;

    @Inject
    PostgresNumberChanges(Database database, AuditTrail trail) {
        this.statements = database.statements(Zone.SCHOOL);
        this.trail = trail;
    }

    @Override
    public void hold(List<PersonKey> persons) {
        byte[][] keys = persons.stream().map(PersonKey::bytes).toArray(byte[][]::new);
        statements.run("select pseudonym.hold_persons(?)", hold -> {
            hold.setArray(1, hold.getConnection().createArrayOf("bytea", keys));
            hold.execute();
        });
    }

    @Override
    public Outcome change(Pair pair, Instant at, StaffId by) {
        return statements.one(
                "select verdict, id, p from pseudonym.change_number(?, ?, ?, ?, ?, ?)",
                row -> new Outcome(
                        Verdict.valueOf(row.getString(1)),
                        new NumberChangeId(row.getObject(2, UUID.class)),
                        PersonKey.of(row.getBytes(3))),
                UUID.randomUUID(),
                pair.before().bytes(),
                pair.after().bytes(),
                pair.day(),
                at,
                by.value());
    }

    @Override
    public List<PersonKey> persons(NumberChangeId id) {
        return statements.list(
                "select pseudonym.persons_of_change(?)", row -> PersonKey.of(row.getBytes(1)), id.value());
    }

    @Override
    public Undoing undo(NumberChangeId id, Instant at) {
        return statements.one(
                "select pseudonym.undo_number_change(?, ?)", row -> Undoing.valueOf(row.getString(1)), id.value(), at);
    }

    @Override
    public void note(AuditEntry entry) {
        trail.append(Zone.SCHOOL, entry);
    }

    @Override
    public Optional<NumberChange> find(NumberChangeId id) {
        return statements.list(SELECT + "where id = ?", PostgresNumberChanges::read, id.value()).stream()
                .findFirst();
    }

    @Override
    public List<NumberChange> newest(int most) {
        return statements.list(SELECT + "order by recorded_at desc, id limit ?", PostgresNumberChanges::read, most);
    }

    private static NumberChange read(ResultSet row) throws SQLException {
        return new NumberChange(
                new NumberChangeId(row.getObject(1, UUID.class)),
                row.getObject(2, LocalDate.class),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                moment(row, 4),
                moment(row, 5));
    }

    private static Optional<Instant> moment(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
