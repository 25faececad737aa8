package nl.schakel.pseudonym.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.DatabaseFailure;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.EvaluationQuota;
import nl.schakel.school.Brin;
import nl.schakel.school.SchoolYear;
import org.eclipse.microprofile.config.Config;

/** The quota by {@code pseudonym.reserve}, which decides. */
@Dependent
class PostgresEvaluationQuota implements EvaluationQuota {
    private static final long USUAL = 10_000;

    private final Database database;
    private final long otherwise;

    @Inject
    PostgresEvaluationQuota(Database database, Config config) {
        this(database, otherwise(config));
    }

    /** The configured number. */
    static long otherwise(Config config) {
        return config.getOptionalValue("schakel.evaluaties.per-schooljaar", Long.class)
                .orElse(USUAL);
    }

    /** @param otherwise evaluations in a school year of a school whose pupils no register counts */
    PostgresEvaluationQuota(Database database, long otherwise) {
        this.database = database;
        this.otherwise = otherwise;
    }

    @Override
    public Balance reserve(Brin school, SchoolYear year, int evaluations, Instant at) {
        try (Connection connection = database.connection(Zone.LINK);
                PreparedStatement statement = connection.prepareStatement(
                        "select granted, used, allowed from pseudonym.reserve(?, ?, ?, ?, ?)")) {
            statement.setString(1, school.value());
            statement.setInt(2, evaluations);
            statement.setInt(3, year.start());
            statement.setLong(4, otherwise);
            statement.setObject(5, at.atOffset(ZoneOffset.UTC));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Balance(row.getBoolean(1), row.getLong(2), row.getLong(3));
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
