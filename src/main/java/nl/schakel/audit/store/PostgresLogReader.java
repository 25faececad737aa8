package nl.schakel.audit.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.schakel.audit.EntryId;
import nl.schakel.audit.LogQuery;
import nl.schakel.audit.LogReader;
import nl.schakel.audit.LoggedEntry;
import nl.schakel.audit.LoggedEntry.PrivatePart;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.DatabaseFailure;
import nl.schakel.platform.database.Zone;

/** Reads {@code audit.written} from its newest end, in pages. */
@Dependent
class PostgresLogReader implements LogReader {
    private static final String SELECT = "select p.id, p.t, p.kind, p.entry, d.salt, d.detail from audit.written p"
            + " left join audit.private_detail d on d.entry_id = p.id where ";

    private final Database database;

    @Inject
    PostgresLogReader(Database database) {
        this.database = database;
    }

    @Override
    public List<LoggedEntry> read(LogQuery query) {
        List<Object> values = new ArrayList<>();
        String sql = SELECT + conditions(query, values) + " order by p.id desc limit " + LogQuery.PAGE;
        try (Connection connection = database.connection(Zone.AUDITOR);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            return entries(statement);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** Conditions are fixed texts; what was asked goes into parameters. */
    private static String conditions(LogQuery query, List<Object> values) {
        StringBuilder where = new StringBuilder(
                query.kind().filter(kind -> kind.equals("ldv")).isPresent() ? "p.kind = 'ldv'" : "p.kind <> 'ldv'");
        query.kind().ifPresent(kind -> add(where, values, "p.kind = ?", kind));
        query.act().ifPresent(act -> add(where, values, "p.act = ?", act));
        query.result().ifPresent(result -> add(where, values, "p.entry::jsonb ->> 'res' = ?", result));
        query.object().ifPresent(path -> add(where, values, "starts_with(p.obj, ?)", path));
        query.from().ifPresent(from -> add(where, values, "p.t >= ?", utc(from)));
        query.until().ifPresent(until -> add(where, values, "p.t < ?", utc(until)));
        query.before().ifPresent(before -> add(where, values, "p.id < ?", before.value()));
        return where.toString();
    }

    private static void add(StringBuilder where, List<Object> values, String condition, Object value) {
        where.append(" and ").append(condition);
        values.add(value);
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static List<LoggedEntry> entries(PreparedStatement statement) throws SQLException {
        List<LoggedEntry> entries = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                String salt = row.getString("salt");
                entries.add(new LoggedEntry(
                        new EntryId(row.getObject("id", UUID.class)),
                        row.getObject("t", OffsetDateTime.class).toInstant(),
                        row.getString("kind"),
                        row.getString("entry"),
                        salt == null ? Optional.empty() : Optional.of(new PrivatePart(salt, row.getString("detail")))));
            }
        }
        return entries;
    }
}
