package nl.schakel.consent.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditTrail;
import nl.schakel.consent.Choice;
import nl.schakel.consent.ConsentRegister;
import nl.schakel.consent.Decision;
import nl.schakel.consent.DecisionId;
import nl.schakel.consent.Evidence;
import nl.schakel.consent.Giver;
import nl.schakel.consent.Instrument;
import nl.schakel.consent.NewDecision;
import nl.schakel.consent.Purpose;
import nl.schakel.consent.TextVersion;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.school.Brin;

/** Decisions in {@code consent.decision}. */
@Dependent
class PostgresConsentRegister implements ConsentRegister {
    private static final String INSERT =
            "insert into consent.decision (id, brin, p, choice, giver, purpose, instrument,"
                    + " text_version, evidence, given_at, recorded_at, ends_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String NEWEST = "select id, brin, choice, giver, purpose, instrument, text_version, evidence,"
            + " given_at, recorded_at, ends_at from consent.decision order by recorded_at desc, id limit ?";

    private final SchoolZone zone;
    private final AuditTrail trail;

    @Inject
    PostgresConsentRegister(Database database, AuditTrail trail) {
        this.zone = new SchoolZone(database);
        this.trail = trail;
    }

    @Override
    public void record(List<NewDecision> decisions, AuditEntry entry) {
        zone.prepare(INSERT, insert -> {
            for (NewDecision made : decisions) {
                bind(insert, made.person(), made.decision());
                insert.addBatch();
            }
            insert.executeBatch();
        });
        trail.append(Zone.SCHOOL, entry);
    }

    private static void bind(PreparedStatement insert, PersonKey person, Decision decision) throws SQLException {
        insert.setObject(1, decision.id().value());
        insert.setString(2, decision.school().value());
        insert.setBytes(3, person.bytes());
        insert.setString(4, decision.choice().name());
        insert.setString(5, decision.giver().name());
        insert.setString(6, decision.purpose().code());
        insert.setString(7, decision.instrument().code());
        insert.setString(8, decision.text().value());
        insert.setString(9, decision.evidence().name());
        insert.setObject(10, SchoolZone.sqlValue(decision.given()));
        insert.setObject(11, SchoolZone.sqlValue(decision.recorded()));
        insert.setObject(12, SchoolZone.sqlValue(decision.ends().orElse(null)));
    }

    @Override
    public boolean effective(PersonKey person, Purpose purpose, Instrument instrument, Instant at) {
        return zone.list(
                        "select consent.own_effective(?, ?, ?, ?)",
                        row -> row.getBoolean(1),
                        person.bytes(),
                        at,
                        purpose.code(),
                        instrument.code())
                .get(0);
    }

    @Override
    public List<Decision> newest(int most) {
        return zone.list(NEWEST, PostgresConsentRegister::decision, most);
    }

    private static Decision decision(ResultSet row) throws SQLException {
        return new Decision(
                new DecisionId(row.getObject("id", UUID.class)),
                new Brin(row.getString("brin")),
                Choice.valueOf(row.getString("choice")),
                Giver.valueOf(row.getString("giver")),
                Purpose.parse(row.getString("purpose")).orElseThrow(),
                new Instrument(row.getString("instrument")),
                new TextVersion(row.getString("text_version")),
                Evidence.valueOf(row.getString("evidence")),
                SchoolZone.moment(row, "given_at"),
                SchoolZone.moment(row, "recorded_at"),
                Optional.ofNullable(row.getObject("ends_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
