package nl.schakel.audit.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.schakel.audit.EntryId;
import nl.schakel.audit.LogPseudonyms;
import nl.schakel.audit.LoggedEntry;
import nl.schakel.audit.ProcessingLines;
import nl.schakel.audit.Subject;
import nl.schakel.audit.SubjectLog;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.DatabaseFailure;
import nl.schakel.platform.database.Statements;
import nl.schakel.platform.database.Zone;
import nl.schakel.school.SchoolYear;

/**
 * Searches acts and lines for the keyed hashes of a pupil. There is no index on them: it would slow every delivery for the sake of
 * a few requests a year.
 */
@Dependent
class PostgresSubjectLog implements SubjectLog {
    private static final String SELECT =
            "select id, t, kind, entry, null::integer as n, null::bytea as subject from audit.written where entry like any (?)"
                    + " union all"
                    + " select o.id, o.t, o.kind, o.entry, l.n, l.subject from audit.processing_line l"
                    + " join audit.written o on o.id = l.operation where l.subject = any (?) order by t desc, id desc limit ?";

    private final Database database;
    private final LogPseudonyms pseudonyms;
    private final Clock clock;

    @Inject
    PostgresSubjectLog(Database database, LogPseudonyms pseudonyms, Clock clock) {
        this.database = database;
        this.pseudonyms = pseudonyms;
        this.clock = clock;
    }

    @Override
    public List<LoggedEntry> about(List<Subject> keys, int most) {
        List<byte[]> hashes = hashes(keys);
        try (Connection connection = database.connection(Zone.AUDITOR);
                PreparedStatement select = connection.prepareStatement(SELECT)) {
            Object[] patterns = hashes.stream()
                    .map(hash -> "%\"sub\":\"" + HexFormat.of().formatHex(hash) + "\"%")
                    .toArray();
            select.setArray(1, connection.createArrayOf("text", patterns));
            select.setArray(2, connection.createArrayOf("bytea", hashes.toArray(byte[][]::new)));
            select.setInt(3, most);
            return entries(select);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** The pupil's hashes of every epoch. */
    private List<byte[]> hashes(List<Subject> keys) {
        List<byte[]> all = new ArrayList<>();
        int last = SchoolYear.of(clock.instant()).start();
        for (int year = firstYear(); year <= last; year++) {
            LogPseudonyms.Subjects hashes = pseudonyms.subjects(new SchoolYear(year));
            keys.forEach(key -> all.add(hashes.of(key)));
        }
        return all;
    }

    private int firstYear() {
        Statements statements = database.statements(Zone.AUDITOR);
        Optional<Instant> first = statements
                .list("select t from audit.written order by id limit 1", row -> row.getObject(1, OffsetDateTime.class)
                        .toInstant())
                .stream()
                .findFirst();
        return SchoolYear.of(first.orElseGet(clock::instant)).start();
    }

    private static List<LoggedEntry> entries(PreparedStatement select) throws SQLException {
        List<LoggedEntry> entries = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                entries.add(entry(row));
            }
        }
        return entries;
    }

    private static LoggedEntry entry(ResultSet row) throws SQLException {
        LoggedEntry entry = new LoggedEntry(
                new EntryId(row.getObject("id", UUID.class)),
                row.getObject("t", OffsetDateTime.class).toInstant(),
                row.getString("kind"),
                row.getString("entry"),
                Optional.empty());
        byte[] subject = row.getBytes("subject");
        return subject == null
                ? entry
                : ProcessingLines.line(entry, EntryMembers.of(entry.text()), row.getInt("n"), subject);
    }
}
