package nl.schakel.linkage.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditRefused;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import nl.schakel.extract.store.PostgresExtractSource;
import nl.schakel.linkage.Outcome;
import nl.schakel.linkage.RegisterUsed;
import nl.schakel.linkage.Run;
import nl.schakel.linkage.RunLinkage;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.TestPostgres;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.Admission;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.pseudonym.Token;
import nl.schakel.pseudonym.TokenKind;
import nl.schakel.pupil.BirthDate;
import nl.schakel.pupil.Pgn;
import nl.schakel.pupil.Sex;
import nl.schakel.register.FileType;
import nl.schakel.register.RegisterDeliveryId;
import nl.schakel.samples.AdmittedPeople;
import nl.schakel.samples.PlainTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunLinkageTest {
    private static final Instant NOW = Instant.parse("2022-03-01T12:00:00Z");
    private static final AtomicLong CLOCK = new AtomicLong();
    private static final Actor OPERATOR =
            new Actor(new StaffId(UUID.randomUUID()), Set.of(Role.OPERATOR), Optional.empty());
    private static final Actor RESEARCHER =
            new Actor(new StaffId(UUID.randomUUID()), Set.of(Role.RESEARCHER), Optional.empty());

    private final PlainTokens tokens = new PlainTokens(UUID.randomUUID().toString());
    private final Database database = TestPostgres.database(null);
    private final AdmittedPeople people = new AdmittedPeople(database);
    private final List<AuditEntry> entries = new ArrayList<>();
    private final List<Integer> logged = new ArrayList<>();
    private final UUID delivery = UUID.randomUUID();
    private final UUID register = UUID.randomUUID();
    private int pupils;

    private Runnable meanwhile = () -> {};

    private Run run(Actor actor) throws Exception {
        PostgresRuns runs = new PostgresRuns(database, (zone, entry) -> entries.add(entry));
        RunLinkage linkage = new RunLinkage(
                runs,
                tokens,
                (zone, processing, subjects) -> {
                    int count = 0;
                    for (var subject : subjects) {
                        count += subject.bytes().length / 32;
                    }
                    logged.add(count);
                    meanwhile.run();
                    return count;
                },
                Clock.fixed(NOW.plusSeconds(CLOCK.incrementAndGet()), ZoneOffset.UTC));
        return TestPostgres.inTransaction(Zone.LINK, () -> linkage.run(actor));
    }

    private PersonKey person(Pgn number) throws Exception {
        return TestPostgres.inTransaction(
                Zone.LINK, () -> people.admit(Zone.LINK, List.of(Admission.byNumber(tokens.linkage(number))))
                        .get(0));
    }

    private static Pgn number(int index) {
        Random random = new Random(index);
        while (true) {
            Optional<Pgn> pgn = Pgn.parse(String.format("%09d", random.nextInt(999_999_999)));
            if (pgn.isPresent()) {
                return pgn.get();
            }
        }
    }

    private Token sex(Pgn number, Sex sex) {
        return tokens.scoped(TokenKind.SEX, number, sex.canonical());
    }

    private Token born(Pgn number, int year) {
        return tokens.birthDate(number, new BirthDate(LocalDate.of(year, 6, 21)));
    }

    private static void update(String sql, @Nullable Object... parameters) {
        try (Connection connection = TestPostgres.superuser();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                Object value = parameters[i];
                statement.setObject(i + 1, value instanceof Token token ? token.bytes() : value);
            }
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void deliver(UUID id, String state) {
        update(
                "insert into delivery.delivery (id, brin, site, school_year, part, format, source_system, state,"
                        + " idempotency_key, file_digest, receipt, received_at, received_by, pupils, rows_in,"
                        + " rows_accepted, rows_refused, rows_known, withheld_objection, withheld_consent) values (?,"
                        + " '99ZZ', '00', 2021, 'PUPILS', 'EDEXML_2_1', '', ?, ?, sha256('x'), 'r', now(),"
                        + " gen_random_uuid(), 0, 0, 0, 0, 0, 0, 0)",
                id,
                state,
                id.toString());
    }

    private PersonKey pupil(UUID id, PersonKey person, @Nullable Token sex, @Nullable Token born) {
        pupils++;
        update("insert into delivery.subject values (?, ?, ?)", id, pupils, person.bytes());
        update(
                "insert into delivery.pupil_token values (?, ?, sha256(?::text::bytea), ?::bytea, ?::bytea)",
                id,
                pupils,
                Integer.toString(pupils),
                sex,
                born);
        update("insert into delivery.pupil values (?, ?, 1, 2012, '5')", id, pupils);
        return person;
    }

    private void register() {
        update(
                "insert into register.delivery values (?, '2022-02-01', sha256(?::text::bytea), clock_timestamp(),"
                        + " gen_random_uuid(), 1)",
                register,
                register.toString());
        update("insert into register.file values (?, 1, 'k', 'KOPPELTABEL', 0, 0, 0)", register);
    }

    private UUID loaded(String type, String referenceDate) {
        UUID id = UUID.randomUUID();
        update(
                "insert into register.delivery values (?, ?::date, sha256(?::text::bytea), clock_timestamp(),"
                        + " gen_random_uuid(), 1)",
                id,
                referenceDate,
                id.toString());
        update("insert into register.file values (?, 1, 'f', ?, 0, 0, 0)", id, type);
        return id;
    }

    private void registered(PersonKey person, @Nullable Token sex, @Nullable Token born) {
        update(
                "insert into register.person_token values (?, ?, ?::bytea, ?::bytea)",
                register,
                person.bytes(),
                sex,
                born);
    }

    private static Map<PersonKey, String> outcomes(Run run) {
        Map<PersonKey, String> outcomes = new HashMap<>();
        try (Connection connection = TestPostgres.superuser();
                PreparedStatement query = connection.prepareStatement(
                        "select p, outcome || ' ' || method from linkage.link where run_id = ?")) {
            query.setObject(1, run.id().value());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    outcomes.put(PersonKey.of(row.getBytes(1)), row.getString(2));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return outcomes;
    }

    @Test
    void links_who_is_registered_and_catches_another_childs_number() throws Exception {
        register();
        deliver(delivery, "APPROVED");
        Map<PersonKey, String> expected = new HashMap<>();
        Object[][] table = {
            {Sex.GIRL, 2012, Sex.GIRL, 2012, "LINKED NUMBER_VERIFIED"},
            {Sex.GIRL, 2012, Sex.GIRL, 2011, "CONFLICT NUMBER_BIRTH_DATE_DIFFERS"},
            {Sex.GIRL, 2012, Sex.BOY, 2012, "CONFLICT NUMBER_SEX_DIFFERS"},
            {Sex.GIRL, 2012, Sex.BOY, 2010, "CONFLICT NUMBER_BOTH_DIFFER"},
            {null, 2012, Sex.BOY, 2012, "LINKED NUMBER_PARTLY_VERIFIED"},
            {Sex.BOY, null, Sex.BOY, 2012, "LINKED NUMBER_PARTLY_VERIFIED"},
            {null, 2012, Sex.BOY, 2011, "CONFLICT NUMBER_BIRTH_DATE_DIFFERS"},
            {null, null, Sex.BOY, 2012, "LINKED NUMBER_UNVERIFIED"},
            {Sex.BOY, 2012, null, null, "UNLINKED NONE"},
        };
        for (int i = 0; i < table.length; i++) {
            Pgn number = number(i);
            PersonKey person = person(number);
            pupil(delivery, person, token(number, table[i][0]), token(number, table[i][1]));
            if (table[i][2] != null || table[i][3] != null) {
                registered(person, token(number, table[i][2]), token(number, table[i][3]));
            }
            expected.put(person, (String) table[i][4]);
        }
        Run run = run(OPERATOR);
        assertThat(outcomes(run)).containsAllEntriesOf(expected);
        assertThat(run.report().all().of(Outcome.CONFLICT)).isGreaterThanOrEqualTo(4);
        assertThat(run.report().breakdowns().get("sex")).containsKey("1");
        assertThat(run.report().breakdowns().get("grade")).containsKey("5");
        assertThat(run.report().breakdowns().get("part")).containsKey("PUPILS");
        assertThat(logged.stream().mapToInt(Integer::intValue).sum())
                .isEqualTo((int) run.report().all().total());
        assertThat(entries).hasSize(1);
        assertThat(ask("select state from delivery.delivery where id = '" + delivery + "'"))
                .isEqualTo("LINKED");
        assertThat(ask("select manifest from linkage.run where id = '" + run.id() + "'"))
                .contains("\"NUMBER_VERIFIED\"", "\"referentiedatum\": \"2022-02-01\"");
    }

    private @Nullable Token token(Pgn number, @Nullable Object value) {
        return value instanceof Sex sex ? sex(number, sex) : value instanceof Integer year ? born(number, year) : null;
    }

    @Test
    void one_contradiction_in_any_delivery_is_a_conflict() throws Exception {
        register();
        UUID second = UUID.randomUUID();
        deliver(delivery, "APPROVED");
        deliver(second, "LINKED");
        Pgn number = number(100);
        PersonKey person = person(number);
        pupil(delivery, person, sex(number, Sex.GIRL), born(number, 2012));
        pupil(second, person, sex(number, Sex.GIRL), born(number, 2010));
        registered(person, sex(number, Sex.GIRL), born(number, 2012));
        assertThat(outcomes(run(OPERATOR))).containsEntry(person, "CONFLICT NUMBER_BIRTH_DATE_DIFFERS");
    }

    /** Tokens of attributes are computed with the keys of one series: across two they say nothing, within each they do. */
    @Test
    void rows_of_two_series_of_keys_neither_agree_nor_contradict_each_other() throws Exception {
        register();
        UUID again = UUID.randomUUID();
        deliver(delivery, "LINKED");
        deliver(again, "APPROVED");
        PlainTokens earlier = new PlainTokens(UUID.randomUUID().toString());
        Map<PersonKey, String> expected = new HashMap<>();
        Object[][] table = {
            // born as delivered before, delivered again, registered before, registered now
            {2012, null, null, 2012, "LINKED NUMBER_UNVERIFIED"},
            {2011, null, null, 2012, "LINKED NUMBER_UNVERIFIED"},
            {2012, 2012, null, 2012, "LINKED NUMBER_PARTLY_VERIFIED"},
            {2011, 2012, null, 2012, "LINKED NUMBER_PARTLY_VERIFIED"},
            {2012, 2011, null, 2012, "CONFLICT NUMBER_BIRTH_DATE_DIFFERS"},
            {2012, null, 2012, null, "LINKED NUMBER_PARTLY_VERIFIED"},
            {2012, null, 2011, null, "CONFLICT NUMBER_BIRTH_DATE_DIFFERS"},
            {null, 2011, 2012, null, "LINKED NUMBER_UNVERIFIED"},
        };
        for (int i = 0; i < table.length; i++) {
            Pgn number = number(700 + i);
            PersonKey person = person(number);
            pupil(delivery, person, null, born(earlier, number, table[i][0]));
            update("update delivery.pupil_token set earlier_tokens = true where delivery_id = ?", delivery);
            pupil(again, person, null, born(tokens, number, table[i][1]));
            boolean seen = table[i][3] != null;
            registered(person, null, born(seen ? tokens : earlier, number, table[i][seen ? 3 : 2]));
            update("update register.person_token set earlier_tokens = ? where p = ?", !seen, person.bytes());
            expected.put(person, (String) table[i][4]);
        }
        assertThat(outcomes(run(OPERATOR))).containsAllEntriesOf(expected);
    }

    private static @Nullable Token born(PlainTokens series, Pgn number, @Nullable Object year) {
        return year instanceof Integer known
                ? series.birthDate(number, new BirthDate(LocalDate.of(known, 6, 21)))
                : null;
    }

    /** A pupil delivered under two numbers, of which the register knows one; scoped tokens of the two say nothing together. */
    @Test
    void a_changed_number_is_one_person_compared_under_each_number_and_stays_so_after_the_run() throws Exception {
        register();
        UUID second = UUID.randomUUID();
        deliver(delivery, "APPROVED");
        deliver(second, "APPROVED");
        Pgn before = number(600);
        Pgn after = number(601);
        PersonKey person = pupil(delivery, person(before), sex(before, Sex.GIRL), born(before, 2012));
        PersonKey same = pupil(second, person(after), sex(after, Sex.GIRL), born(after, 2012));
        registered(same, sex(after, Sex.GIRL), born(after, 2012));
        PersonKey objecting = person(number(602));
        PersonKey objected = pupil(second, person(number(603)), null, null);
        update(
                "insert into consent.objection values (gen_random_uuid(), '99YY', ?, '2022-02-01', '2022-02-01')",
                objecting.bytes());
        change(person, same);
        change(objected, objecting);
        Run run = run(OPERATOR);
        assertThat(outcomes(run))
                .containsEntry(person, "LINKED NUMBER_VERIFIED")
                .doesNotContainKeys(same, objecting, objected);
        assertThat(ask("select count(*) from pseudonym.number_change where settled_at is null"))
                .isEqualTo("0");
        assertThat(ask("select count(*) from delivery.subject where delivery_id = '" + second + "'"))
                .as("content of who objects under another number is erased")
                .isEqualTo("1");
        assertThat(entries.get(0).details()).containsEntry("erasedRows", 1L);
    }

    private static void change(PersonKey before, PersonKey after) {
        update(
                "insert into pseudonym.number_change (id, brin, old_p, new_p, keeps_new, from_day, recorded_at, recorded_by)"
                        + " values (gen_random_uuid(), '99ZZ', ?, ?, false, '2022-02-01', '2022-02-01', gen_random_uuid())",
                before.bytes(),
                after.bytes());
        update(
                "insert into pseudonym.superseded (old_p, new_p, by_number) values (?, ?, true)",
                after.bytes(),
                before.bytes());
    }

    @Test
    void leaves_out_whose_parents_object_and_counts_them() throws Exception {
        register();
        deliver(delivery, "APPROVED");
        Pgn number = number(400);
        PersonKey person = pupil(delivery, person(number), sex(number, Sex.BOY), born(number, 2012));
        registered(person, sex(number, Sex.BOY), born(number, 2012));
        PersonKey later = pupil(delivery, person(number(401)), null, null);
        update(
                "insert into consent.objection values (gen_random_uuid(), '99ZZ', ?, '2022-02-01', '2022-02-01')",
                person.bytes());
        update(
                "insert into consent.objection values (gen_random_uuid(), '99ZZ', ?, '2023-02-01', '2022-02-01')",
                later.bytes());
        Run run = run(OPERATOR);
        assertThat(outcomes(run)).doesNotContainKey(person).containsKey(later);
        assertThat(run.objected()).isEqualTo(1);
    }

    @Test
    void leaves_out_deliveries_that_are_not_approved_or_withdrawn() throws Exception {
        register();
        deliver(delivery, "APPROVED");
        pupil(delivery, person(number(200)), null, null);
        UUID received = UUID.randomUUID();
        deliver(received, "RECEIVED");
        PersonKey waiting = pupil(received, person(number(201)), null, null);
        UUID withdrawn = UUID.randomUUID();
        deliver(withdrawn, "WITHDRAWN");
        PersonKey gone = pupil(withdrawn, person(number(202)), null, null);
        assertThat(outcomes(run(OPERATOR))).doesNotContainKeys(waiting, gone);
    }

    @Test
    void the_same_inputs_give_the_same_outcomes_and_the_first_run_stays() throws Exception {
        register();
        deliver(delivery, "APPROVED");
        for (int i = 300; i < 320; i++) {
            Pgn number = number(i);
            PersonKey person = pupil(delivery, person(number), sex(number, Sex.BOY), born(number, 2012));
            if (i % 3 > 0) {
                registered(person, sex(number, Sex.BOY), born(number, i % 5 == 0 ? 2011 : 2012));
            }
        }
        Run first = run(OPERATOR);
        Map<PersonKey, String> before = outcomes(first);
        Run second = run(OPERATOR);
        assertThat(outcomes(second)).isEqualTo(before);
        assertThat(outcomes(first)).isEqualTo(before);
        assertThat(second.report()).isEqualTo(first.report());
        assertThat(ask("select count(*) from linkage.current_link")).isEqualTo(Integer.toString(before.size()));
    }

    @Test
    void a_delivery_approved_during_a_run_takes_no_part_and_stays_approved() throws Exception {
        register();
        deliver(delivery, "APPROVED");
        pupil(delivery, person(number(500)), null, null);
        UUID late = UUID.randomUUID();
        deliver(late, "RECEIVED");
        PersonKey waiting = pupil(late, person(number(501)), null, null);
        meanwhile = () -> update("update delivery.delivery set state = 'APPROVED' where id = ?", late);
        Run run = run(OPERATOR);
        meanwhile = () -> {};
        assertThat(outcomes(run)).doesNotContainKey(waiting);
        assertThat(ask("select state from delivery.delivery where id = '" + late + "'"))
                .isEqualTo("APPROVED");
        assertThat(ask("select state from delivery.delivery where id = '" + delivery + "'"))
                .isEqualTo("LINKED");
        assertThat(deliveries(run)).contains(delivery.toString()).doesNotContain(late.toString());
        Run next = run(OPERATOR);
        assertThat(outcomes(next)).containsKey(waiting);
        assertThat(ask("select state from delivery.delivery where id = '" + late + "'"))
                .isEqualTo("LINKED");
        assertThat(deliveries(next)).contains(delivery.toString(), late.toString());
        assertThat(deliveries(run)).doesNotContain(late.toString());
        assertThat(next.deliveries()).isEqualTo(run.deliveries() + 1);
    }

    private static String deliveries(Run run) {
        return ask("select string_agg(delivery_id::text, ' ') from linkage.run_delivery where run_id = '" + run.id()
                + "'");
    }

    @Test
    void a_run_keeps_which_registers_and_school_deliveries_it_used() throws Exception {
        register();
        UUID income = loaded("INHATAB", "2022-01-01");
        deliver(delivery, "APPROVED");
        pupil(delivery, person(number(600)), null, null);
        Run run = run(OPERATOR);
        assertThat(run.registers())
                .contains(
                        new RegisterUsed(
                                FileType.KOPPELTABEL, new RegisterDeliveryId(register), LocalDate.of(2022, 2, 1)),
                        new RegisterUsed(FileType.INHATAB, new RegisterDeliveryId(income), LocalDate.of(2022, 1, 1)));
        PostgresRuns runs = new PostgresRuns(database, (zone, entry) -> entries.add(entry));
        assertThat(TestPostgres.inTransaction(Zone.LINK, () -> runs.find(run.id())))
                .contains(run);
        assertThat(ask("select manifest from linkage.run where id = '" + run.id() + "'"))
                .contains("\"" + delivery + "\"", "\"" + register + "\"", "\"" + income + "\"", "\"INHATAB\"");
    }

    @Test
    void links_hold_until_a_newer_register_of_any_type_is_loaded_and_again_after_the_next_run() throws Exception {
        register();
        loaded("GBAPERSOONTAB", "2022-01-01");
        deliver(delivery, "APPROVED");
        pupil(delivery, person(number(700)), null, null);
        Run first = run(OPERATOR);
        assertThat(inForce()).contains(first.id().value());
        loaded("GBAPERSOONTAB", "2021-01-01");
        assertThat(inForce())
                .as("an older register changes nothing")
                .contains(first.id().value());
        for (String type : List.of("GBAPERSOONTAB", "HOOGSTEOPLTAB", "KOPPELTABEL")) {
            loaded(type, "2022-02-01");
            assertThat(inForce()).as(type).isEmpty();
            Run next = run(OPERATOR);
            assertThat(inForce()).as(type).contains(next.id().value());
        }
    }

    private Optional<UUID> inForce() throws Exception {
        return TestPostgres.inTransaction(Zone.COLD, () -> new PostgresExtractSource(database).runInForce());
    }

    @Test
    void turns_away_everybody_but_an_operator() {
        assertThat(catchThrowable(() -> run(RESEARCHER))).isInstanceOf(AuditRefused.NotAllowed.class);
    }

    @Test
    void the_linker_reads_no_content() {
        for (String table : List.of(
                "delivery.pupil", "delivery.result", "delivery.social_result", "register.person", "register.advice")) {
            assertThat(catchThrowable(() -> {
                        try (Connection connection = TestPostgres.connect("schakel_link");
                                PreparedStatement query =
                                        connection.prepareStatement("select count(*) from " + table)) {
                            query.execute();
                        }
                    }))
                    .as(table)
                    .isInstanceOf(SQLException.class);
        }
    }

    private static String ask(String sql) {
        try (Connection connection = TestPostgres.superuser();
                PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            row.next();
            return String.valueOf(row.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
