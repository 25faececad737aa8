package nl.schakel.delivery.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.schakel.audit.InMemoryAuditTrail;
import nl.schakel.audit.InMemoryProcessingLog;
import nl.schakel.consent.ExitLock;
import nl.schakel.delivery.ApproveDelivery;
import nl.schakel.delivery.Decided;
import nl.schakel.delivery.DeliveryId;
import nl.schakel.delivery.InMemoryPeople;
import nl.schakel.delivery.InRelease;
import nl.schakel.delivery.IntakeDesk;
import nl.schakel.delivery.IntakeLog;
import nl.schakel.delivery.PupilDesk;
import nl.schakel.delivery.Receipt;
import nl.schakel.delivery.ReceiveDelivery;
import nl.schakel.delivery.ReceiveDeliveryContract;
import nl.schakel.delivery.ScriptReader;
import nl.schakel.delivery.SeeDeliveries;
import nl.schakel.delivery.WithdrawDelivery;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.TestPostgres;
import nl.schakel.platform.database.Zone;
import nl.schakel.samples.PlainTokens;
import nl.schakel.school.Brin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresReceiveDeliveryTest implements ReceiveDeliveryContract {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);
    private static final AtomicInteger SCHOOLS = new AtomicInteger();

    @Override
    public PostgresSchool school() {
        int number = SCHOOLS.getAndIncrement();
        return new PostgresSchool(new Brin("%02dX%c".formatted(number % 100, 'A' + number / 100)));
    }

    @Test
    void concurrent_duplicates_give_one_delivery() throws Exception {
        PostgresSchool school = school();
        ExecutorService clients = Executors.newFixedThreadPool(8);
        try {
            List<Future<Receipt>> answers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                answers.add(clients.submit(() -> school.send("attempt-1", RESULTS, "R a 0 2022-01-20 10", TEST)));
            }
            Set<String> receipts = answers.stream()
                    .map(PostgresReceiveDeliveryTest::get)
                    .map(receipt -> receipt.delivery().receipt().value())
                    .collect(Collectors.toSet());
            assertThat(receipts).hasSize(1);
        } finally {
            clients.shutdownNow();
        }
        assertThat(school.transaction(() -> school.see().newest(school.actor(), 10)))
                .hasSize(1);
    }

    @Test
    void concurrent_deliveries_of_the_same_rows_keep_each_row_once() throws Exception {
        PostgresSchool school = school();
        String[] file = IntStream.range(0, 200)
                .mapToObj(i -> "R k" + i + " 0 2022-01-20 10")
                .toArray(String[]::new);
        String[] whole = Stream.of(Stream.of(RESULTS), Stream.of(file), Stream.of(TEST))
                .flatMap(lines -> lines)
                .toArray(String[]::new);
        ExecutorService clients = Executors.newFixedThreadPool(4);
        try {
            List<Future<Receipt>> answers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                String key = "attempt-" + i;
                answers.add(clients.submit(() -> school.send(key, whole)));
            }
            long accepted = answers.stream()
                    .map(PostgresReceiveDeliveryTest::get)
                    .mapToLong(receipt -> receipt.delivery().tally().accepted())
                    .sum();
            assertThat(accepted).isEqualTo(200);
        } finally {
            clients.shutdownNow();
        }
    }

    private static Receipt get(Future<Receipt> answer) {
        try {
            return answer.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void only_approved_rows_reach_the_cold_role_and_no_token_does() throws Exception {
        PostgresSchool school = school();
        DeliveryId id = school.send("attempt-1", RESULTS, "R a 0 2022-01-20 10", TEST)
                .delivery()
                .id();
        assertThat(cold("select count(*) from delivery.result_view where brin = ?", school))
                .isZero();
        school.transaction(() -> school.approve().approve(school.actor(), id));
        assertThat(cold("select count(*) from delivery.result_view where brin = ?", school))
                .isEqualTo(1);
        assertThatThrownBy(() -> cold("select count(*) from delivery.pupil_token where ? is not null", school))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void a_withdrawal_has_a_line_for_each_pupil_whose_rows_it_erases() {
        PostgresSchool school = school();
        String[] file = {RESULTS, "R a 0 2022-01-20 10", "R b 0 2022-01-20 10", "R a 0 2022-01-21 10", TEST};
        DeliveryId id = school.send("attempt-1", file).delivery().id();
        assertThat(school.processing.subjects()).hasSize(2);
        PostgresSchool other = school();
        assertThat(other.transaction(() -> other.content.persons(id))).isEmpty();
        school.transaction(() -> school.withdraw().withdraw(school.actor(), id));
        assertThat(school.processing.operations())
                .extracting(operation -> operation.activity() + " " + operation.name())
                .containsExactly("RECEIVE_DELIVERY Levering ontvangen", "WITHDRAW_DELIVERY Levering intrekken");
        assertThat(school.processing.subjects().subList(2, 4))
                .containsExactlyInAnyOrderElementsOf(
                        school.processing.subjects().subList(0, 2));
        assertThat(school.transaction(() -> school.content.persons(id))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"subject", "pupil_token", "pupil", "test", "result", "social_result"})
    void a_school_cannot_read_or_change_bulk_rows(String table) throws Exception {
        try (Connection connection = TestPostgres.connect(Zone.SCHOOL.role());
                Statement statement = connection.createStatement()) {
            for (String sql : List.of("select 1 from delivery.", "delete from delivery.", "truncate delivery.")) {
                assertThatThrownBy(() -> statement.execute(sql + table))
                        .as(sql + table)
                        .isInstanceOf(SQLException.class)
                        .satisfies(e ->
                                assertThat(((SQLException) e).getSQLState()).isEqualTo("42501"));
            }
        }
    }

    @Test
    void a_school_without_a_tenant_sees_no_delivery() throws Exception {
        school().send("attempt-1", RESULTS, "R a 0 2022-01-20 10", TEST);
        try (Connection connection = TestPostgres.connect(Zone.SCHOOL.role());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from delivery.delivery")) {
            rows.next();
            assertThat(rows.getLong(1)).isZero();
        }
    }

    @Test
    void a_school_cannot_settle_a_delivery_again() {
        PostgresSchool school = school();
        DeliveryId id = school.send("attempt-1", RESULTS, "R a 0 2022-01-20 10", TEST)
                .delivery()
                .id();
        assertThatThrownBy(() -> school.transaction(() ->
                        new Settling(TestPostgres.database(school.brin().value()), id.value()).results(List.of(0), 1)))
                .hasMessageContaining("42501");
        assertThat(school.rows(id)).isEqualTo(1);
    }

    private static long cold(String sql, School school) throws SQLException {
        try (Connection connection = TestPostgres.connect(Zone.COLD.role());
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, school.brin().value());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** A school in the test database; logs and persons stay in memory. */
    private static final class PostgresSchool implements School {
        private final Brin brin;
        private final Decided decided = new Decided();
        private final List<InRelease> releases = new ArrayList<>();
        private final PupilDesk desk = new PupilDesk(new PlainTokens(""), new InMemoryPeople());
        private final InMemoryProcessingLog processing = new InMemoryProcessingLog(CLOCK);
        private final IntakeLog log = new IntakeLog(new InMemoryAuditTrail(CLOCK), processing, CLOCK);
        private final Database database;
        private final PostgresDeliveries deliveries;
        private final PostgresContent content;

        PostgresSchool(Brin brin) {
            this.brin = brin;
            this.database = TestPostgres.database(brin.value());
            this.deliveries = new PostgresDeliveries(database, new InMemoryAuditTrail(CLOCK));
            this.content = new PostgresContent(database);
        }

        @Override
        public Brin brin() {
            return brin;
        }

        @Override
        public Decided decided() {
            return decided;
        }

        @Override
        public List<InRelease> releases() {
            return releases;
        }

        @Override
        public ReceiveDelivery receive() {
            return new ReceiveDelivery(deliveries, new IntakeDesk(new ScriptReader(), content, desk, decided), log);
        }

        @Override
        public ApproveDelivery approve() {
            return new ApproveDelivery(deliveries, log);
        }

        private ExitLock exits() {
            return new ExitLock() {
                @Override
                public void shared(Zone zone) {
                    database.statements(zone).each("select consent.lock_exits_shared()", row -> {});
                }

                @Override
                public void exclusive(Zone zone) {
                    database.statements(zone).each("select consent.lock_exits_exclusive()", row -> {});
                }
            };
        }

        @Override
        public WithdrawDelivery withdraw() {
            return new WithdrawDelivery(deliveries, content, log, exits(), releases);
        }

        @Override
        public SeeDeliveries see() {
            return new SeeDeliveries(deliveries);
        }

        @Override
        public long rows(DeliveryId id) {
            String sql = "select (select count(*) from delivery.result where delivery_id = ?)"
                    + " + (select count(*) from delivery.pupil where delivery_id = ?)"
                    + " + (select count(*) from delivery.social_result where delivery_id = ?)";
            try (Connection connection = TestPostgres.superuser();
                    PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 1; i <= 3; i++) {
                    statement.setObject(i, id.value());
                }
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public <T> T transaction(Callable<T> work) {
            try {
                return TestPostgres.inTransaction(Zone.SCHOOL, work);
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
