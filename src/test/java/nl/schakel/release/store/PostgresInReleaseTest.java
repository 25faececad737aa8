package nl.schakel.release.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.UUID;
import java.util.stream.Stream;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import nl.schakel.delivery.DeliveryId;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.TestPostgres;
import nl.schakel.platform.database.Zone;
import nl.schakel.study.ARequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PostgresInReleaseTest {
    private static final String BRIN = "97QQ";

    static Stream<Arguments> cases() {
        return Stream.of(
                Arguments.of("released", BRIN, "RELEASED", 2020, true, true),
                Arguments.of("downloaded", BRIN, "DOWNLOADED", 2020, true, true),
                Arguments.of("built only", BRIN, "BUILT", 2020, true, false),
                Arguments.of("recalled", BRIN, "RECALLED", 2020, true, false),
                Arguments.of("ended", BRIN, "ENDED", 2020, true, false),
                Arguments.of("another year", BRIN, "RELEASED", 2015, true, false),
                Arguments.of("nobody of it", BRIN, "RELEASED", 2020, false, false),
                Arguments.of("another school asks", "98QQ", "RELEASED", 2020, true, false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void tells_a_school_whether_its_delivery_left(
            String name, String asking, String state, int year, boolean member, boolean held) throws Exception {
        UUID delivery = world(state, year, member);
        Database database = TestPostgres.database(asking);
        assertThat(TestPostgres.inTransaction(
                        Zone.SCHOOL, () -> new PostgresInRelease(database).holds(new DeliveryId(delivery))))
                .as(name)
                .isEqualTo(held);
    }

    @Test
    void knows_nothing_of_a_delivery_that_does_not_exist() throws Exception {
        Database database = TestPostgres.database(BRIN);
        DeliveryId unknown = new DeliveryId(UUID.randomUUID());
        assertThat(TestPostgres.inTransaction(Zone.SCHOOL, () -> new PostgresInRelease(database).holds(unknown)))
                .isFalse();
    }

    /** Constraints and triggers are off while these rows are made: only what the question reads is filled in. */
    private static UUID world(String state, int year, boolean member) throws Exception {
        UUID delivery = UUID.randomUUID();
        UUID extract = UUID.randomUUID();
        byte[] person = ByteBuffer.allocate(32)
                .putLong(delivery.getLeastSignificantBits())
                .array();
        StaffId applicant = ARequest.somebody(Role.RESEARCHER).staff();
        UUID study = StoredStudy.of(TestPostgres.database(null), applicant, new StaffId(UUID.randomUUID()))
                .id()
                .value();
        try (Connection superuser = TestPostgres.superuser()) {
            superuser.setAutoCommit(false);
            run(superuser, "set local session_replication_role = replica");
            run(superuser, "update study.study set school_years = array[2019, 2020] where id = ?", study);
            insertDelivery(superuser, delivery, year);
            run(superuser, "insert into delivery.subject values (?, 1, ?)", delivery, person);
            run(
                    superuser,
                    "insert into extract.extract (id, study_id, study_code, pseudonym_version, built_at, built_by,"
                            + " pupils, columns, needs_consent, risk_report, linkage_report)"
                            + " values (?, ?, 'NPO-2026-001', 1, '2026-01-01', ?, 1, 1, false, '{}', '{}')",
                    extract,
                    study,
                    applicant.value());
            run(
                    superuser,
                    "insert into extract.member (extract_id, p, consents) values (?, ?, false)",
                    extract,
                    member ? person : new byte[32]);
            run(
                    superuser,
                    "insert into release.release (id, extract_id, study_id, study_code, applicant, state, built_at,"
                            + " state_since, end_date, recipient, size, digest, note, variables, pupils, columns)"
                            + " values (?, ?, ?, 'NPO-2026-001', ?, ?, '2026-01-01', '2026-01-01', '2028-01-01',"
                            + " 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p', 1, repeat('0', 64), '', '', 1, 1)",
                    UUID.randomUUID(),
                    extract,
                    study,
                    applicant.value(),
                    state);
            superuser.commit();
        }
        return delivery;
    }

    private static void insertDelivery(Connection superuser, UUID delivery, int year) throws Exception {
        // every column without default gets its type's zero, so that new columns do not disturb this test
        run(
                superuser,
                "insert into delivery.delivery select (jsonb_populate_record(null::delivery.delivery, d.row)).* from ("
                        + "select jsonb_object_agg(a.attname, case"
                        + " when a.attname = 'id' then to_jsonb(?::text)"
                        + " when a.attname = 'brin' then to_jsonb('" + BRIN + "'::text)"
                        + " when a.attname = 'site' then to_jsonb('00'::text)"
                        + " when a.attname = 'school_year' then to_jsonb(?::int)"
                        + " when a.attname = 'part' then to_jsonb('PUPILS'::text)"
                        + " when a.attname = 'mode' then to_jsonb('DIRECT'::text)"
                        + " when a.attname = 'state' then to_jsonb('LINKED'::text)"
                        + " when a.attname = 'file_digest' then to_jsonb('\\x' || repeat('00', 32))"
                        + " when a.attname = 'receipt' then to_jsonb(gen_random_uuid()::text)"
                        + " when a.attname = 'idempotency_key' then to_jsonb(gen_random_uuid()::text)"
                        + " when a.atttypid = 'uuid'::regtype then to_jsonb(gen_random_uuid()::text)"
                        + " when a.atttypid = 'timestamptz'::regtype then to_jsonb('2026-01-01'::text)"
                        + " when a.atttypid = 'text'::regtype then to_jsonb(''::text)"
                        + " else to_jsonb(0) end) as row"
                        + " from pg_attribute a where a.attrelid = 'delivery.delivery'::regclass and a.attnum > 0"
                        + " and not a.attisdropped and a.attnotnull) d",
                delivery.toString(),
                year);
    }

    private static void run(Connection connection, String sql, Object... parameters) throws Exception {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
        }
    }
}
