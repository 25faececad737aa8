package nl.schakel.consent.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import nl.schakel.consent.Instrument;
import nl.schakel.consent.Objections;
import nl.schakel.consent.Purpose;
import nl.schakel.consent.SchoolDecisions;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.Statements;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.Token;

/** The own school's decisions as tokens, by the functions {@code consent.own_objections} and {@code own_consenting}. */
@Dependent
class PostgresSchoolDecisions implements SchoolDecisions {
    private final Statements statements;

    @Inject
    PostgresSchoolDecisions(Database database) {
        this.statements = database.statements(Zone.SCHOOL);
    }

    @Override
    public Objections objections(Instant at) {
        Set<Token> local = new HashSet<>();
        Set<Token> linkage = new HashSet<>();
        statements.each(
                "select linkage, token from consent.own_objections(?)",
                row -> (row.getBoolean("linkage") ? linkage : local).add(Token.of(row.getBytes("token"))),
                at);
        return new Objections(local, linkage);
    }

    @Override
    public Set<Token> consenting(Purpose purpose, Instrument instrument, Instant at) {
        return Set.copyOf(statements.list(
                "select consent.own_consenting(?, ?, ?) as token",
                row -> Token.of(row.getBytes("token")),
                at,
                purpose.code(),
                instrument.code()));
    }
}
