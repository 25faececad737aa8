package nl.schakel.audit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditTrailContract;
import nl.schakel.audit.EntryId;
import nl.schakel.audit.EntryWriter;
import nl.schakel.audit.InMemoryAuditTrail;
import nl.schakel.audit.LogQuery;
import nl.schakel.audit.LoggedEntry;
import nl.schakel.audit.LoggedEntry.PrivatePart;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.audit.TestKeys;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.TestPostgres;
import nl.schakel.platform.database.Zone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresAuditTrailTest implements AuditTrailContract {
    private final Database database = TestPostgres.database(null);
    private final AuditEntry entry = AuditEntry.bySystem("startup.begin", ProcessingActivity.OPERATE);

    private PostgresAuditTrail trail(Clock clock) {
        return new PostgresAuditTrail(database, new EntryWriter(new TestKeys(), InMemoryAuditTrail.stamps(clock)));
    }

    @Override
    public List<LoggedEntry> append(Zone zone, Clock clock, AuditEntry... entries) throws Exception {
        String transaction = TestPostgres.inTransaction(zone, () -> {
            for (AuditEntry one : entries) {
                trail(clock).append(zone, one);
            }
            return running(zone);
        });
        List<LoggedEntry> read = read(transaction);
        assertThat(read).hasSize(entries.length);
        return read;
    }

    /** The running transaction, by which its rows are known ({@code xmin}) when it has ended. */
    private String running(Zone zone) throws SQLException {
        try (Connection connection = database.connection(zone);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_current_xact_id()::xid::text")) {
            row.next();
            return row.getString(1);
        }
    }

    private static List<LoggedEntry> read(String transaction) throws SQLException {
        List<LoggedEntry> read = new ArrayList<>();
        try (Connection connection = TestPostgres.connect("schakel_auditor");
                PreparedStatement query =
                        connection.prepareStatement("select p.id, p.t, p.kind, p.entry, d.salt, d.detail from"
                                + " audit.pending p left join audit.private_detail d on d.entry_id = p.id"
                                + " where p.xmin::text = ? order by p.id")) {
            query.setString(1, transaction);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    read.add(entry(row));
                }
            }
        }
        return read;
    }

    private static LoggedEntry entry(ResultSet row) throws SQLException {
        String salt = row.getString(5);
        return new LoggedEntry(
                new EntryId(row.getObject(1, UUID.class)),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getString(3),
                row.getString(4),
                salt == null ? Optional.empty() : Optional.of(new PrivatePart(salt, row.getString(6))));
    }

    @Test
    void an_entry_outside_a_transaction_is_refused() {
        assertThatThrownBy(() -> trail(Clock.fixed(NOW, ZoneOffset.UTC)).append(Zone.COLD, entry))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_entry_goes_with_the_transaction_of_its_act() throws Exception {
        Instant moment = Instant.parse("1999-01-01T00:00:00Z");
        assertThatThrownBy(() -> TestPostgres.inTransaction(Zone.COLD, () -> {
                    trail(Clock.fixed(moment, ZoneOffset.UTC)).append(Zone.COLD, entry);
                    throw new IllegalStateException("the act failed");
                }))
                .hasMessage("the act failed");
        assertThat(count("select count(*) from audit.pending where t = '1999-01-01T00:00:00Z'"))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            schakel_school  | select count(*) from audit.pending
            schakel_link    | select count(*) from audit.pending
            schakel_cold    | select entry from audit.pending
            schakel_account | select entry from audit.pending
            schakel_school  | update audit.pending set entry = '{}'
            schakel_auditor | update audit.pending set entry = '{}'
            schakel_log     | delete from audit.pending
            schakel_auditor | delete from audit.pending
            schakel_cold    | truncate audit.pending
            schakel_school  | select detail from audit.private_detail
            schakel_log     | select detail from audit.private_detail
            schakel_auditor | delete from audit.private_detail
            schakel_cold    | insert into audit.processing_activity (id) values ('urn:schakel:verwerking:x:1')
            """)
    void a_role_cannot_do_what_is_not_its_task(String role, String sql) throws SQLException {
        try (Connection connection = TestPostgres.connect(role);
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from audit.pending",
                "update audit.pending set entry = '{}' where false",
                "truncate audit.pending cascade",
                "delete from audit.processing_activity",
                "update audit.private_detail set detail = '{}'"
            })
    void even_a_superuser_in_replica_mode_is_stopped_by_the_triggers(String sql) throws Exception {
        append(Zone.COLD, Clock.fixed(NOW, ZoneOffset.UTC), entry);
        try (Connection connection = TestPostgres.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            assertThatThrownBy(() -> statement.execute(sql))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        }
    }

    @Test
    void the_private_part_can_be_erased_and_the_entry_stays() throws Exception {
        LoggedEntry logged = append(Zone.COLD, Clock.fixed(NOW, ZoneOffset.UTC), entry.detail("rows", 3))
                .get(0);
        try (Connection connection = TestPostgres.connect("schakel_log");
                Statement statement = connection.createStatement()) {
            String where = " where entry_id = '" + logged.id().value() + "'";
            assertThat(statement.executeUpdate("delete from audit.private_detail" + where))
                    .isEqualTo(1);
        }
        assertThat(count("select count(*) from audit.pending where id = '"
                        + logged.id().value() + "'"))
                .isEqualTo(1);
    }

    @Test
    void the_officer_reads_what_fits_newest_first_and_no_processing_lines_unless_asked() throws Exception {
        String object = "startup/" + UUID.randomUUID();
        append(Zone.COLD, Clock.fixed(NOW, ZoneOffset.UTC), entry.on(object).detail("rows", 3));
        append(
                Zone.COLD,
                Clock.fixed(NOW.plusSeconds(1), ZoneOffset.UTC),
                entry.on(object).ended(AuditEntry.Result.DENIED));
        assertThat(read("voorwerp", object, "van", "2026-11-21"))
                .hasSize(2)
                .isSortedAccordingTo((a, b) -> b.t().compareTo(a.t()));
        assertThat(read("voorwerp", object, "uitkomst", "ok"))
                .singleElement()
                .satisfies(one -> assertThat(one.priv().orElseThrow().text()).isEqualTo("{\"rows\":3}"));
        assertThat(read("voorwerp", object, "tot", "2026-11-20")).isEmpty();
        assertThat(read("voorwerp", object, "handeling", "startup.end")).isEmpty();
        assertThat(read("voorwerp", object, "soort", "act")).isEmpty();
        String newest =
                read("voorwerp", object, "soort", "sys").get(0).id().value().toString();
        assertThat(read("voorwerp", object, "voor", newest)).hasSize(1);
        assertThat(read("soort", "ldv", "tot", "2026-12-01"))
                .allMatch(one -> one.kind().equals("ldv"));
    }

    private List<LoggedEntry> read(String... filters) throws Exception {
        Map<String, String> sent = new HashMap<>();
        for (int i = 0; i < filters.length; i += 2) {
            sent.put(filters[i], filters[i + 1]);
        }
        LogQuery query = LogQuery.read(sent::get);
        return TestPostgres.inTransaction(Zone.AUDITOR, () -> new PostgresLogReader(database).read(query));
    }

    private static long count(String sql) throws SQLException {
        try (Connection connection = TestPostgres.superuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
