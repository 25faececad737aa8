package nl.schakel.pseudonym.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import nl.schakel.platform.database.TestPostgres;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.EvaluationQuota;
import nl.schakel.pseudonym.EvaluationQuota.Balance;
import nl.schakel.pseudonym.QuotaRegister;
import nl.schakel.school.Brin;
import nl.schakel.school.SchoolYear;
import org.junit.jupiter.api.Test;

class PostgresEvaluationQuotaTest {
    private static final SchoolYear YEAR = new SchoolYear(2026);
    private static final Instant AT = Instant.parse("2026-11-21T10:00:00Z");
    private static final Random RANDOM = new Random(UUID.randomUUID().getLeastSignificantBits());

    private final String brin = String.format(Locale.ROOT, "%02d%c%c", RANDOM.nextInt(100), letter(), letter());

    @Test
    void a_school_that_no_register_names_may_have_the_configured_number() throws Exception {
        assertThat(reserve(brin, YEAR, 6, AT)).isEqualTo(new Balance(true, 6, 10));
        assertThat(reserve(brin, YEAR, 5, AT)).isEqualTo(new Balance(false, 6, 10));
        assertThat(reserve(brin, YEAR, 4, AT)).isEqualTo(new Balance(true, 10, 10));
        assertThat(reserve(brin, YEAR, 1, AT)).isEqualTo(new Balance(false, 10, 10));
        assertThat(reserve(brin, YEAR, 0, AT)).isEqualTo(new Balance(true, 10, 10));
    }

    @Test
    void another_school_year_begins_at_nothing() throws Exception {
        reserve(brin, YEAR, 10, AT);
        assertThat(reserve(brin, new SchoolYear(2027), 3, AT)).isEqualTo(new Balance(true, 3, 10));
    }

    @Test
    void a_school_may_have_three_for_each_pupil_of_the_newest_register() throws Exception {
        assertThat(reserve(brin, YEAR, 1, AT).allowed()).isEqualTo(10);
        UUID delivery = enrol(brin, 4);
        try {
            assertThat(reserve(brin, YEAR, 1, AT.plusSeconds(3_600)).allowed())
                    .as("looked up once a day")
                    .isEqualTo(10);
            Instant later = AT.plusSeconds(90_000);
            assertThat(reserve(brin, YEAR, 16, later))
                    .as("three times four pupils and two canaries")
                    .isEqualTo(new Balance(true, 18, 18));
            assertThat(reserve(brin, YEAR, 1, later)).isEqualTo(new Balance(false, 18, 18));
        } finally {
            forget(delivery);
        }
    }

    @Test
    void one_school_may_be_given_more_for_one_year() throws Exception {
        reserve(brin, YEAR, 10, AT);
        QuotaRegister register = new PostgresQuotaRegister(TestPostgres.database(null), 10);
        raise(register, 25, "twee vestigingen erbij");
        assertThat(reserve(brin, YEAR, 15, AT)).isEqualTo(new Balance(true, 25, 25));
        assertThat(reserve(brin, YEAR, 1, AT)).isEqualTo(new Balance(false, 25, 25));
        assertThat(reserve(brin, new SchoolYear(2027), 11, AT).allowed()).isEqualTo(10);
        assertThat(TestPostgres.inTransaction(Zone.LINK, () -> register.standings(YEAR)))
                .contains(new QuotaRegister.Standing(new Brin(brin), 25, 25, "twee vestigingen erbij"));
    }

    @Test
    void less_than_a_school_may_have_already_changes_nothing() throws Exception {
        QuotaRegister register = new PostgresQuotaRegister(TestPostgres.database(null), 10);
        raise(register, 3, "een vergissing");
        assertThat(reserve(brin, YEAR, 10, AT)).isEqualTo(new Balance(true, 10, 10));
        assertThat(TestPostgres.inTransaction(Zone.LINK, () -> register.standings(YEAR)))
                .contains(new QuotaRegister.Standing(new Brin(brin), 10, 10, ""));
    }

    @Test
    void of_several_raises_the_largest_is_in_force_with_its_reason() throws Exception {
        QuotaRegister register = new PostgresQuotaRegister(TestPostgres.database(null), 10);
        raise(register, 25_000, "twee vestigingen erbij");
        raise(register, 20_000, "een tweede beheerder wist het niet");
        assertThat(reserve(brin, YEAR, 25_000, AT)).isEqualTo(new Balance(true, 25_000, 25_000));
        assertThat(TestPostgres.inTransaction(Zone.LINK, () -> register.standings(YEAR)))
                .contains(new QuotaRegister.Standing(new Brin(brin), 25_000, 25_000, "twee vestigingen erbij"));
        raise(register, 30_000, "nog een grote levering");
        assertThat(TestPostgres.inTransaction(Zone.LINK, () -> register.standings(YEAR)))
                .contains(new QuotaRegister.Standing(new Brin(brin), 25_000, 30_000, "nog een grote levering"));
    }

    @Test
    void a_raise_is_never_changed_or_removed() throws Exception {
        raise(new PostgresQuotaRegister(TestPostgres.database(null), 10), 25, "twee vestigingen erbij");
        for (String statement : List.of(
                "update pseudonym.quota_raise set allowed = 1",
                "delete from pseudonym.quota_raise",
                "truncate pseudonym.quota_raise")) {
            try (Connection connection = TestPostgres.superuser();
                    Statement plain = connection.createStatement()) {
                assertThatThrownBy(() -> plain.execute(statement)).isInstanceOf(SQLException.class);
            }
        }
    }

    @Test
    void a_reason_that_holds_a_number_is_not_stored() throws Exception {
        QuotaRegister register = new PostgresQuotaRegister(TestPostgres.database(null), 10);
        for (String reason : List.of("leerling 111222333", "leerling 111 222 333", "leerling 11122233")) {
            assertThatThrownBy(() -> raise(register, 25, reason)).hasMessageContaining("23514");
        }
        raise(register, 25, "in 2026-2027 een derde groep 8");
    }

    private void raise(QuotaRegister register, long allowed, String because) throws Exception {
        TestPostgres.inTransaction(Zone.LINK, () -> {
            register.raise(new QuotaRegister.Raise(new Brin(brin), YEAR, allowed, because), AT);
            return 0;
        });
    }

    @Test
    void nobody_counts_downwards() {
        assertThatThrownBy(() -> reserve(brin, YEAR, -1, AT)).hasMessageContaining("22023");
    }

    @Test
    void a_school_cannot_read_or_change_the_counts_itself() throws Exception {
        for (String statement : List.of(
                "select * from pseudonym.quota",
                "select * from pseudonym.quota_raise",
                "select * from pseudonym.reserve('99AA', 1, 2026, 10, '2026-11-21T10:00:00Z')",
                "select pseudonym.raise_quota('99AA', 2026, 99, 'zomaar meer', '2026-11-21T10:00:00Z')",
                "select * from pseudonym.standings(2026, 10)",
                "update pseudonym.quota set used = 0",
                "delete from pseudonym.quota")) {
            try (Connection connection = TestPostgres.connect(Zone.SCHOOL.role());
                    Statement plain = connection.createStatement()) {
                assertThatThrownBy(() -> plain.execute(statement)).hasMessageContaining("permission denied");
            }
        }
    }

    private static Balance reserve(String brin, SchoolYear year, int count, Instant at) throws Exception {
        EvaluationQuota quota = new PostgresEvaluationQuota(TestPostgres.database(null), 10);
        return TestPostgres.inTransaction(Zone.LINK, () -> quota.reserve(new Brin(brin), year, count, at));
    }

    private static UUID enrol(String brin, int pupils) throws Exception {
        UUID delivery = UUID.randomUUID();
        byte[] digest = new byte[32];
        RANDOM.nextBytes(digest);
        try (Connection connection = TestPostgres.superuser();
                PreparedStatement set = connection.prepareStatement(
                        "insert into register.delivery values (?, '2199-01-01', ?, ?, ?, 1)");
                PreparedStatement row = connection.prepareStatement(
                        "insert into register.enrolment (delivery_id, p, school_year, brin, site)"
                                + " values (?, ?, 2025, ?, '00')")) {
            set.setObject(1, delivery);
            set.setBytes(2, digest);
            set.setObject(3, AT.atOffset(ZoneOffset.UTC));
            set.setObject(4, UUID.randomUUID());
            set.execute();
            for (int i = 0; i < pupils; i++) {
                byte[] p = new byte[32];
                RANDOM.nextBytes(p);
                row.setObject(1, delivery);
                row.setBytes(2, p);
                row.setString(3, brin);
                row.execute();
            }
        }
        return delivery;
    }

    private static void forget(UUID delivery) throws Exception {
        for (String statement : List.of(
                "delete from register.enrolment where delivery_id = ?", "delete from register.delivery where id = ?")) {
            try (Connection connection = TestPostgres.superuser();
                    PreparedStatement delete = connection.prepareStatement(statement)) {
                delete.setObject(1, delivery);
                delete.execute();
            }
        }
    }

    private static char letter() {
        return (char) ('A' + RANDOM.nextInt(26));
    }
}
