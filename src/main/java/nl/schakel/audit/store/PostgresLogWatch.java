package nl.schakel.audit.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import nl.schakel.audit.Checkpoint;
import nl.schakel.audit.CheckpointSigner;
import nl.schakel.audit.LogState;
import nl.schakel.audit.LogWatch;
import nl.schakel.audit.StoredCheckpoint;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.Zone;
import org.jspecify.annotations.Nullable;

/** Asks the database, and keeps the answer for two seconds: every page asks. */
@ApplicationScoped
public class PostgresLogWatch implements LogWatch {
    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final String SELECT = "select (select coalesce(max(seq), -1) + 1 from audit.entry) as size,"
            + " (select count(*) from (select from audit.pending limit 10000) p) as waiting,"
            + " (select t from audit.pending order by id limit 1) as waiting_since,"
            + " audit.behind_since() as behind_since, c.size as signed, c.root, c.t, c.note"
            + " from (values (1)) one left join (select * from audit.checkpoint where note is not null"
            + " order by size desc limit 1) c on true";

    private final Database database;
    private final CheckpointSigner signer;
    private final Clock clock;
    private volatile @Nullable Seen last;

    private record Seen(LogState state, Instant at) {}

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected PostgresLogWatch() {
        this(null, null, null);
    }

    /** Asks this database. */
    @Inject
    public PostgresLogWatch(Database database, CheckpointSigner signer, Clock clock) {
        this.database = database;
        this.signer = signer;
        this.clock = clock;
    }

    @Override
    public LogState state() {
        Instant now = clock.instant();
        Seen seen = last;
        if (seen != null && seen.at().plus(FRESH).isAfter(now)) {
            return seen.state();
        }
        LogState state = database.statements(Zone.AUDITOR).one(SELECT, this::read);
        last = new Seen(state, now);
        return state;
    }

    private LogState read(ResultSet row) throws SQLException {
        return new LogState(
                row.getLong("size"),
                row.getLong("waiting"),
                moment(row, "waiting_since"),
                moment(row, "behind_since"),
                checkpoint(row));
    }

    private Optional<StoredCheckpoint> checkpoint(ResultSet row) throws SQLException {
        byte[] root = row.getBytes("root");
        return root == null
                ? Optional.empty()
                : Optional.of(new StoredCheckpoint(
                        Checkpoint.of(signer.origin(), row.getLong("signed"), root),
                        row.getObject("t", OffsetDateTime.class).toInstant(),
                        Optional.of(row.getString("note"))));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
