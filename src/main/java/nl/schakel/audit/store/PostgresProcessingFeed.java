package nl.schakel.audit.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditTrail;
import nl.schakel.audit.EntryId;
import nl.schakel.audit.ExportPosition;
import nl.schakel.audit.ExportedLine;
import nl.schakel.audit.LoggedOperation;
import nl.schakel.audit.ProcessingFeed;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.Statements;
import nl.schakel.platform.database.Zone;

/** Operations of {@code audit.entry} by their numbers; the position in {@code audit.export_position}. */
@Dependent
class PostgresProcessingFeed implements ProcessingFeed {
    private static final int OPERATIONS = 1000;

    private final Database database;
    private final AuditTrail trail;
    private final Clock clock;

    @Inject
    PostgresProcessingFeed(Database database, AuditTrail trail, Clock clock) {
        this.database = database;
        this.trail = trail;
        this.clock = clock;
    }

    /** An operation and its number in the log. */
    private record Numbered(long seq, LoggedOperation operation) {}

    @Override
    public ExportPosition position() {
        return database
                .statements(Zone.LOG)
                .list(
                        "select seq, n from audit.export_position",
                        row -> new ExportPosition(row.getLong("seq"), row.getInt("n")))
                .stream()
                .findFirst()
                .orElse(ExportPosition.START);
    }

    @Override
    public List<ExportedLine> from(ExportPosition position, int most) {
        Statements statements = database.statements(Zone.LOG);
        List<Numbered> operations = statements.list(
                "select seq, id, t, entry from audit.entry where kind = 'ldv' and seq >= ? order by seq limit "
                        + OPERATIONS,
                row -> new Numbered(
                        row.getLong("seq"),
                        new LoggedOperation(
                                new EntryId(row.getObject("id", UUID.class)),
                                row.getObject("t", OffsetDateTime.class).toInstant(),
                                EntryMembers.of(row.getString("entry")))),
                position.seq());
        List<ExportedLine> found = new ArrayList<>();
        for (Numbered each : operations) {
            if (found.size() >= most) {
                break;
            }
            int first = each.seq() == position.seq() ? position.n() : -1;
            if (first < 0) {
                found.add(new ExportedLine(each.operation().self(), new ExportPosition(each.seq(), 0)));
            }
            found.addAll(lines(statements, each, Math.max(0, first), most - found.size()));
        }
        return found;
    }

    private static List<ExportedLine> lines(Statements statements, Numbered each, int first, int most) {
        LoggedOperation operation = each.operation();
        if (first >= operation.lines() || most <= 0) {
            return List.of();
        }
        return statements.list(
                "select n, subject from audit.processing_line where t between ? and ? and operation = ? and n >= ?"
                        + " order by n limit ?",
                row -> new ExportedLine(
                        operation.line(row.getInt("n"), row.getBytes("subject")),
                        new ExportPosition(each.seq(), row.getInt("n") + 1)),
                operation.start(),
                operation.t(),
                operation.id().value(),
                first,
                most);
    }

    @Override
    public void acknowledge(ExportPosition before, ExportPosition after, AuditEntry entry) {
        Statements statements = database.statements(Zone.LOG);
        statements.update(
                "insert into audit.export_position (one, seq, n, t) values (true, ?, ?, ?) on conflict do nothing",
                ExportPosition.START.seq(),
                ExportPosition.START.n(),
                clock.instant());
        int moved = statements.update(
                "update audit.export_position set seq = ?, n = ?, t = ? where seq = ? and n = ?",
                after.seq(),
                after.n(),
                clock.instant(),
                before.seq(),
                before.n());
        if (moved != 1) {
            throw new IllegalStateException("lines are handed over from two places");
        }
        trail.append(Zone.LOG, entry);
    }
}
