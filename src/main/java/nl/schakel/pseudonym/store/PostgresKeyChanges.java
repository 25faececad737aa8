package nl.schakel.pseudonym.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.DatabaseFailure;
import nl.schakel.platform.database.Statements;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.KeyChanges;
import nl.schakel.pseudonym.KeySeries;
import nl.schakel.pseudonym.PseudonymRefused.NotChanged;
import nl.schakel.pseudonym.SeriesInForce;

/** The change of keys by {@code pseudonym.open_change} and {@code pseudonym.close_change}, which hold the rights. */
@Dependent
class PostgresKeyChanges implements KeyChanges {
    private static final String OPEN = "SK003";
    private static final String NOT_OPEN = "SK004";
    private static final String NOT_NEXT = "22023";

    private final Statements statements;

    @Inject
    PostgresKeyChanges(Database database) {
        statements = database.statements(Zone.LINK);
    }

    /** The series in force, in the running transaction. */
    static SeriesInForce inForce(Statements statements) {
        List<KeySeries> series = statements.list(
                "select s.oprf, s.token, s.first_generation, coalesce(s.last_generation, f.generation)"
                        + " from pseudonym.series s cross join pseudonym.in_force f where s.closed_at is null"
                        + " order by s.number desc",
                row -> new KeySeries(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)));
        return new SeriesInForce(series.get(0), series.stream().skip(1).findFirst());
    }

    @Override
    public SeriesInForce inForce() {
        return inForce(statements);
    }

    @Override
    public Optional<Instant> openSince() {
        return statements
                .list(
                        "select ended_at from pseudonym.series where last_generation is not null and closed_at is null",
                        row -> row.getObject(1, OffsetDateTime.class).toInstant())
                .stream()
                .findFirst();
    }

    @Override
    public Unseen unseen(Instant at) {
        return statements.one(
                "select persons, decided, former, locals, rins from consent.not_seen_again(?)",
                PostgresKeyChanges::unseen,
                at.atOffset(ZoneOffset.UTC));
    }

    @Override
    public Counts open(KeySeries next, Instant at) {
        try {
            return statements.one(
                    "select persons, locals, rins from pseudonym.open_change(?, ?, ?, ?)",
                    PostgresKeyChanges::counts,
                    next.oprf(),
                    next.token(),
                    next.first(),
                    at.atOffset(ZoneOffset.UTC));
        } catch (DatabaseFailure e) {
            throw refusal(e);
        }
    }

    @Override
    public Unseen close(Instant at) {
        try {
            return statements.one(
                    "select persons, decided, former, locals, rins from pseudonym.close_change(?)",
                    PostgresKeyChanges::unseen,
                    at.atOffset(ZoneOffset.UTC));
        } catch (DatabaseFailure e) {
            throw refusal(e);
        }
    }

    private static Counts counts(ResultSet row) throws SQLException {
        return new Counts(row.getLong(1), row.getLong(2), row.getLong(3));
    }

    private static Unseen unseen(ResultSet row) throws SQLException {
        return new Unseen(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5));
    }

    private static RuntimeException refusal(DatabaseFailure failure) {
        return switch (failure.sqlState()) {
            case OPEN -> new NotChanged(NotChanged.Obstacle.OPEN);
            case NOT_OPEN -> new NotChanged(NotChanged.Obstacle.NOT_OPEN);
            case NOT_NEXT -> new NotChanged(NotChanged.Obstacle.NOT_NEXT);
            default -> failure;
        };
    }
}
