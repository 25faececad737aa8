package nl.schakel.consent.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditTrail;
import nl.schakel.consent.ConsentRegister;
import nl.schakel.consent.Decision;
import nl.schakel.consent.Instrument;
import nl.schakel.consent.NewDecision;
import nl.schakel.consent.Purpose;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.Rows;
import nl.schakel.platform.database.Statements;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.PersonKey;

/** Decisions in {@code consent.decision}; what they come to is asked of a function. */
@Dependent
class PostgresConsentRegister implements ConsentRegister {
    private final Rows rows;
    private final Statements statements;
    private final AuditTrail trail;

    @Inject
    PostgresConsentRegister(Database database, AuditTrail trail) {
        this.rows = database.rows(Zone.SCHOOL);
        this.statements = database.statements(Zone.SCHOOL);
        this.trail = trail;
    }

    @Override
    public void record(List<NewDecision> decisions, AuditEntry entry) {
        rows.write(manager -> decisions.forEach(made -> manager.persist(new DecisionRow(made))));
        trail.append(Zone.SCHOOL, entry);
    }

    @Override
    public boolean effective(PersonKey person, Purpose purpose, Instrument instrument, Instant at) {
        return statements.one(
                "select consent.own_effective(?, ?, ?, ?)",
                row -> row.getBoolean(1),
                person.bytes(),
                at,
                purpose.code(),
                instrument.code());
    }

    @Override
    public List<Decision> newest(int most) {
        return rows.read(manager -> manager.createQuery(
                        "select d from DecisionRow d order by d.recordedAt desc, d.id", DecisionRow.class)
                .setMaxResults(most)
                .getResultStream()
                .map(DecisionRow::decision)
                .toList());
    }
}
