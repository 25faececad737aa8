package nl.schakel.pseudonym.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.Statements;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.QuotaRegister;
import nl.schakel.school.Brin;
import nl.schakel.school.SchoolYear;
import org.eclipse.microprofile.config.Config;

/** The quotas by {@code pseudonym.raise_quota} and {@code pseudonym.standings}. */
@Dependent
class PostgresQuotaRegister implements QuotaRegister {
    private final Statements statements;
    private final long otherwise;

    @Inject
    PostgresQuotaRegister(Database database, Config config) {
        this(database, PostgresEvaluationQuota.otherwise(config));
    }

    /** @param otherwise evaluations in a school year of a school whose pupils no register counts */
    PostgresQuotaRegister(Database database, long otherwise) {
        this.statements = database.statements(Zone.LINK);
        this.otherwise = otherwise;
    }

    @Override
    public void raise(Raise raise, Instant at) {
        statements.each(
                "select pseudonym.raise_quota(?, ?, ?, ?, ?)",
                row -> {},
                raise.school().value(),
                raise.year().start(),
                raise.allowed(),
                raise.because(),
                at.atOffset(ZoneOffset.UTC));
    }

    @Override
    public List<Standing> standings(SchoolYear year) {
        return statements.list(
                "select brin, used, allowed, raised_because from pseudonym.standings(?, ?)",
                row -> new Standing(
                        new Brin(row.getString(1)),
                        row.getLong(2),
                        row.getLong(3),
                        Optional.ofNullable(row.getString(4)).orElse("")),
                year.start(),
                otherwise);
    }
}
