package nl.schakel.audit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.schakel.audit.EntryId;
import nl.schakel.audit.InMemoryAuditTrail;
import nl.schakel.audit.LogPseudonyms;
import nl.schakel.audit.LoggedEntry;
import nl.schakel.audit.Processing;
import nl.schakel.audit.ProcessingLog;
import nl.schakel.audit.ProcessingLogContract;
import nl.schakel.audit.Subject;
import nl.schakel.audit.TestKeys;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.Statements;
import nl.schakel.platform.database.TestPostgres;
import nl.schakel.platform.database.Zone;
import nl.schakel.school.SchoolYear;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresProcessingLogTest implements ProcessingLogContract {
    private final Database database = TestPostgres.database(null);
    private final Statements reader = database.statements(Zone.AUDITOR);

    @Override
    public LoggedEntry append(Clock clock, List<Subject> subjects) throws Exception {
        PostgresProcessingLog log =
                new PostgresProcessingLog(database, new TestKeys(), InMemoryAuditTrail.stamps(clock));
        String transaction = TestPostgres.inTransaction(Zone.LINK, () -> {
            assertThat(log.append(Zone.LINK, OPERATION, subjects)).isEqualTo(subjects.size());
            return database.statements(Zone.LINK)
                    .one("select pg_current_xact_id()::xid::text", row -> row.getString(1));
        });
        return entry(transaction);
    }

    private LoggedEntry entry(String transaction) {
        return reader.one(
                "select id, kind, t, entry from audit.pending where xmin::text = ?",
                row -> new LoggedEntry(
                        new EntryId(row.getObject(1, UUID.class)),
                        row.getTimestamp(3).toInstant(),
                        row.getString(2),
                        row.getString(4),
                        Optional.empty()),
                transaction);
    }

    private static Subject someone() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Subject.of(key);
    }

    private long lines(String where, Object... parameters) {
        return reader.number("select count(*) from audit.processing_line " + where, parameters);
    }

    @Test
    void each_line_is_stored_under_the_number_of_its_leaf_and_the_keyed_hash_of_its_subject() throws Exception {
        List<Subject> subjects =
                Stream.generate(PostgresProcessingLogTest::someone).limit(50).toList();
        LoggedEntry entry = append(Clock.fixed(MOMENT, ZoneOffset.UTC), subjects);
        LogPseudonyms.Subjects hashes = new TestKeys().subjects(SchoolYear.of(MOMENT));
        List<byte[]> stored = reader.list(
                "select subject from audit.processing_line where operation = ? and t = ? order by n",
                row -> row.getBytes(1),
                entry.id().value(),
                MOMENT);
        assertThat(stored)
                .containsExactlyElementsOf(subjects.stream().map(hashes::of).toList());
        assertThat(lines(
                        "where operation = ? and n between 0 and 49", entry.id().value()))
                .isEqualTo(50);
    }

    @Test
    void an_operation_in_parts_is_one_entry_over_all_lines_in_their_order() throws Exception {
        List<Subject> subjects =
                Stream.generate(PostgresProcessingLogTest::someone).limit(30).toList();
        Clock clock = Clock.fixed(MOMENT, ZoneOffset.UTC);
        PostgresProcessingLog log =
                new PostgresProcessingLog(database, new TestKeys(), InMemoryAuditTrail.stamps(clock));
        String transaction = TestPostgres.inTransaction(Zone.LINK, () -> {
            ProcessingLog.Operation operation = log.open(Zone.LINK, OPERATION.activity(), OPERATION.start());
            operation.add(subjects.subList(0, 10));
            operation.add(List.of());
            operation.add(subjects.subList(10, 30));
            Processing other = Processing.ok(OPERATION.activity(), "Koppelen", MOMENT, MOMENT);
            assertThatThrownBy(() -> operation.finish(other)).isInstanceOf(IllegalArgumentException.class);
            assertThat(operation.finish(OPERATION)).isEqualTo(30);
            return database.statements(Zone.LINK)
                    .one("select pg_current_xact_id()::xid::text", row -> row.getString(1));
        });
        LoggedEntry inParts = entry(transaction);
        LoggedEntry whole = append(clock, subjects);
        Pattern root = Pattern.compile("\"root\":\"([0-9a-f]{64})\"");
        assertThat(inParts.text())
                .contains("\"lines\":30,")
                .contains(root.matcher(whole.text())
                        .results()
                        .findFirst()
                        .orElseThrow()
                        .group());
        assertThat(lines("where operation = ?", inParts.id().value())).isEqualTo(30);
    }

    @Test
    void lines_of_the_running_and_the_coming_months_have_a_table_of_their_month_and_others_are_kept_apart()
            throws Exception {
        Instant now = Instant.now();
        String month = "processing_line_" + now.toString().substring(0, 7).replace('-', '_');
        assertThat(place(append(Clock.fixed(now, ZoneOffset.UTC), List.of(someone()))))
                .isEqualTo("audit." + month);
        Instant coming = now.plus(400, ChronoUnit.DAYS);
        assertThat(place(append(Clock.fixed(coming, ZoneOffset.UTC), List.of(someone()))))
                .isEqualTo("audit.processing_line_"
                        + coming.toString().substring(0, 7).replace('-', '_'));
        Instant old = Instant.parse("1999-06-01T00:00:00Z");
        assertThat(place(append(Clock.fixed(old, ZoneOffset.UTC), List.of(someone()))))
                .isEqualTo("audit.processing_line_other");
    }

    @Test
    void lines_outside_a_transaction_are_refused_before_one_is_written() {
        Clock clock = Clock.fixed(Instant.parse("1997-03-01T00:00:00Z"), ZoneOffset.UTC);
        PostgresProcessingLog log =
                new PostgresProcessingLog(database, new TestKeys(), InMemoryAuditTrail.stamps(clock));
        assertThatThrownBy(() -> log.append(Zone.LINK, OPERATION, List.of(someone())))
                .isInstanceOf(IllegalStateException.class);
        assertThat(lines("where t = ?", clock.instant())).isZero();
    }

    private String place(LoggedEntry entry) {
        return reader.one(
                "select tableoid::regclass::text from audit.processing_line where operation = ?",
                row -> row.getString(1),
                entry.id().value());
    }

    @Test
    void months_are_prepared_again_without_harm_and_a_month_with_lines_elsewhere_is_left_there() throws Exception {
        append(Clock.fixed(Instant.parse("1998-02-10T00:00:00Z"), ZoneOffset.UTC), List.of(someone()));
        try (Connection connection = TestPostgres.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("select audit.prepare_months((now() at time zone 'UTC')::date, 24)");
            statement.execute("select audit.prepare_months('1998-01-15', 3)");
        }
        assertThat(reader.list(
                        "select inhrelid::regclass::text from pg_inherits where inhparent = 'audit.processing_line'::regclass"
                                + " and inhrelid::regclass::text like '%1998%' order by 1",
                        row -> row.getString(1)))
                .containsExactly("audit.processing_line_1998_01", "audit.processing_line_1998_03");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            schakel_school  | select count(*) from audit.processing_line
            schakel_link    | select subject from audit.processing_line
            schakel_cold    | select subject from audit.processing_line
            schakel_account | select subject from audit.processing_line
            schakel_school  | update audit.processing_line set n = 0
            schakel_auditor | update audit.processing_line set n = 0
            schakel_log     | delete from audit.processing_line
            schakel_cold    | truncate audit.processing_line
            schakel_auditor | select subject from audit.processing_line_other
            schakel_school  | insert into audit.processing_line_other values (now(), gen_random_uuid(), 0, '')
            schakel_log     | select audit.prepare_months(current_date, 1)
            """)
    void a_role_cannot_do_what_is_not_its_task(String role, String sql) throws SQLException {
        try (Connection connection = TestPostgres.connect(role)) {
            assertRefused(connection, sql);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"audit.processing_line", "audit.processing_line_other", "audit.processing_line_2027_01"})
    void even_a_superuser_in_replica_mode_is_stopped_by_the_triggers(String table) throws SQLException {
        try (Connection connection = TestPostgres.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            assertRefused(connection, "delete from " + table);
            assertRefused(connection, "update " + table + " set n = 0 where false");
            assertRefused(connection, "truncate " + table);
        }
    }

    private static void assertRefused(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        }
    }
}
