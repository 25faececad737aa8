package nl.schakel.audit.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.schakel.audit.EntryId;
import nl.schakel.audit.LoggedOperation;
import nl.schakel.audit.ProcessingLine;
import nl.schakel.audit.ProcessingPage;
import nl.schakel.audit.ProcessingQuery;
import nl.schakel.audit.ProcessingQuery.Place;
import nl.schakel.audit.ProcessingReader;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.Statements;
import nl.schakel.platform.database.Zone;

/**
 * Operations by their indexes, then their lines by the moment of the operation, around which they lie together. By subject the lines
 * come first, by reading all of the period.
 */
@Dependent
class PostgresProcessingReader implements ProcessingReader {
    private static final int FIRST = -1;

    private final Database database;

    @Inject
    PostgresProcessingReader(Database database) {
        this.database = database;
    }

    /** A line and where it stands. */
    private record Placed(Place place, ProcessingLine line) {}

    @Override
    public ProcessingPage read(ProcessingQuery query) {
        Statements statements = database.statements(Zone.AUDITOR);
        List<Placed> found =
                query.subject().isPresent() ? bySubject(statements, query) : byOperation(statements, query);
        int shown = Math.min(ProcessingQuery.PAGE, found.size());
        return new ProcessingPage(
                found.subList(0, shown).stream().map(Placed::line).toList(),
                found.size() > shown ? Optional.of(found.get(shown - 1).place()) : Optional.empty());
    }

    private static List<Placed> byOperation(Statements statements, ProcessingQuery query) {
        Conditions where = conditions(query);
        query.after()
                .ifPresent(after -> where.and("o.id <= ?", after.operation().value()));
        List<LoggedOperation> operations = statements.list(
                "select o.id, o.t, o.entry from audit.operation o where " + where.text() + " order by o.id desc limit "
                        + (ProcessingQuery.PAGE + 2),
                PostgresProcessingReader::operation,
                where.values());
        List<Placed> found = new ArrayList<>();
        for (LoggedOperation operation : operations) {
            int after = query.after()
                    .filter(place -> place.operation().equals(operation.id()))
                    .map(Place::n)
                    .orElse(FIRST - 1);
            if (after < FIRST) {
                found.add(new Placed(new Place(operation.id(), FIRST), operation.self()));
            }
            found.addAll(lines(statements, operation, after, ProcessingQuery.PAGE + 1 - found.size()));
            if (found.size() > ProcessingQuery.PAGE) {
                break;
            }
        }
        return found;
    }

    private static List<Placed> lines(Statements statements, LoggedOperation operation, int after, int most) {
        return statements.list(
                "select l.n, l.subject from audit.processing_line l where l.t between ? and ? and l.operation = ?"
                        + " and l.n > ? order by l.n limit ?",
                row -> placed(operation, row.getInt("n"), row.getBytes("subject")),
                operation.start(),
                operation.t(),
                operation.id().value(),
                after,
                Math.max(0, most));
    }

    private static List<Placed> bySubject(Statements statements, ProcessingQuery query) {
        Conditions where = conditions(query);
        query.subject()
                .ifPresent(hash -> where.and("l.subject = ?", HexFormat.of().parseHex(hash)));
        query.from().ifPresent(from -> where.and("l.t >= ?", from));
        query.after().ifPresent(after -> where.and(
                        "(l.operation < ? or l.operation = ? and l.n > ?)",
                        after.operation().value())
                .with(after.operation().value())
                .with(after.n()));
        return statements.list(
                "select o.id, o.t, o.entry, l.n, l.subject from audit.processing_line l join audit.operation o"
                        + " on o.id = l.operation where " + where.text()
                        + " order by l.operation desc, l.n limit " + (ProcessingQuery.PAGE + 1),
                row -> placed(operation(row), row.getInt("n"), row.getBytes("subject")),
                where.values());
    }

    /** On operations; the moment of writing is never before the start, by which months are left out. */
    private static Conditions conditions(ProcessingQuery query) {
        Conditions where = new Conditions();
        query.trace().ifPresent(trace -> where.and("o.entry::jsonb ->> 'trace' = ?", trace));
        query.activity().ifPresent(activity -> where.and("o.entry::jsonb ->> 'purpose' = ?", activity));
        query.from().ifPresent(from -> where.and("o.t >= ?", from)
                .and("(o.entry::jsonb ->> 'start')::bigint >= ?", ceiling(from)));
        query.until().ifPresent(until -> where.and("(o.entry::jsonb ->> 'end')::bigint <= ?", until.toEpochMilli()));
        return where;
    }

    private static long ceiling(Instant moment) {
        long millis = moment.toEpochMilli();
        return Instant.ofEpochMilli(millis).equals(moment) ? millis : millis + 1;
    }

    private static Placed placed(LoggedOperation operation, int n, byte[] subject) {
        return new Placed(new Place(operation.id(), n), operation.line(n, subject));
    }

    private static LoggedOperation operation(ResultSet row) throws SQLException {
        return new LoggedOperation(
                new EntryId(row.getObject("id", UUID.class)),
                row.getObject("t", OffsetDateTime.class).toInstant(),
                EntryMembers.of(row.getString("entry")));
    }

    /** Fixed texts with what was asked as parameters. */
    private static final class Conditions {
        private final StringBuilder text = new StringBuilder("true");
        private final List<Object> values = new ArrayList<>();

        Conditions and(String condition, Object value) {
            text.append(" and ").append(condition);
            return with(value);
        }

        Conditions with(Object value) {
            values.add(value);
            return this;
        }

        String text() {
            return text.toString();
        }

        Object[] values() {
            return values.toArray();
        }
    }
}
