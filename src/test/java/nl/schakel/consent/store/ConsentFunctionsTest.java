package nl.schakel.consent.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import nl.schakel.consent.ConsentState;
import nl.schakel.consent.Decision;
import nl.schakel.consent.History;
import nl.schakel.consent.Instrument;
import nl.schakel.platform.database.TestPostgres;
import nl.schakel.school.SchoolYear;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsentFunctionsTest {
    private static final long SEED = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private static String person() {
        byte[] p = new byte[32];
        RANDOM.nextBytes(p);
        return HexFormat.of().formatHex(p);
    }

    /** Each row: what was decided, asked on which day, for all instruments without exception, and for SOVL. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "nothing",
            textBlock =
                    """
            nothing | 2022-01-01 | false | false
            gegeven ouder-1@99ZZ * 2021-09-05/2021-09-05/2028-01-01 | 2022-01-01 | true | true
            gegeven ouder-1@99ZZ * 2021-09-05/2021-09-05/2028-01-01 | 2021-09-04 | false | false
            gegeven ouder-1@99ZZ * 2021-09-05/2021-09-05/2028-01-01 | 2021-09-05 | true | true
            gegeven ouder-1@99ZZ * 2021-09-05/2021-09-08/2028-01-01 | 2021-09-07 | false | false
            gegeven ouder-1@99ZZ * 2021-09-09/2021-09-05/2028-01-01 | 2021-09-07 | false | false
            gegeven ouder-1@99ZZ * 2021-09-05/2021-09-05/2028-01-01 | 2028-01-01 | false | false
            gegeven ouder-1@99ZZ * 2021-09-05/2021-09-05/2028-01-01 | 2027-12-31 | true | true
            geweigerd ouder-1@99ZZ * 2021-09-05/2021-09-05/- | 2022-01-01 | false | false
            gegeven ouder-1@99ZZ * 2021-09-05/2021-09-05/2028-01-01; gegeven ouder-2@99ZZ * 2021-09-06/2021-09-06/2028-01-01 | 2022-01-01 | true | true
            gegeven ouder-1@99ZZ * 2021-09-05/2021-09-05/2028-01-01; geweigerd ouder-2@99ZZ * 2021-09-01/2021-09-01/- | 2022-01-01 | false | false
            geweigerd ouder-1@99ZZ * 2021-09-01/2021-09-01/-; gegeven ouder-1@99ZZ * 2021-09-05/2021-09-05/2028-01-01 | 2022-01-01 | true | true
            gegeven ouder-1@99ZZ * 2021-09-05/2021-09-05/2028-01-01; ingetrokken ouder-1@99ZZ * 2021-10-01/2021-10-01/- | 2022-01-01 | false | false
            gegeven ouder-1@99ZZ * 2021-09-05/2021-09-05/2028-01-01; ingetrokken ouder-1@99ZZ * 2021-10-01/2021-10-01/- | 2021-09-30 | true | true
            gegeven ouder-1@99ZZ * 2021-09-05/2021-09-05/2028-01-01; ingetrokken ouder-1@99ZZ * 2021-09-05/2021-09-05/- | 2022-01-01 | false | false
            ingetrokken ouder-1@99ZZ * 2021-09-05/2021-10-01/-; gegeven ouder-1@99ZZ * 2021-09-08/2021-09-08/2028-01-01 | 2022-01-01 | true | true
            gegeven ouder-1@99ZZ * 2021-09-05/2021-09-05/2028-01-01; gegeven ouder-1@99ZZ * 2021-10-01/2021-10-01/2021-12-01 | 2022-01-01 | false | false
            gegeven ouder-1@99ZZ * 2021-09-05/2021-09-05/2021-12-01; gegeven ouder-2@99ZZ * 2021-09-05/2021-09-05/2028-01-01 | 2022-01-01 | true | true
            gegeven ouder-1@99ZZ * 2021-09-05/2021-09-05/2021-12-01; gegeven ouder-1@99ZZ * 2021-09-05/2021-09-05/2028-01-01 | 2022-01-01 | false | false
            geweigerd ouder-1@99ZZ * 2021-09-05/2021-09-05/2022-01-01; gegeven leerling@99ZZ * 2021-12-01/2021-12-01/- | 2022-01-01 | true | true
            geweigerd ouder-1@99ZZ * 2021-09-05/2021-09-05/-; gegeven leerling@99ZZ * 2021-12-01/2021-12-01/- | 2022-01-01 | false | false
            gegeven ouder-1@99ZZ * 2021-09-05/2021-09-05/2028-01-01; geweigerd ouder-1@99YY * 2020-09-05/2020-09-05/- | 2022-01-01 | false | false
            gegeven ouder-1@99ZZ SOVL 2021-09-05/2021-09-05/2028-01-01 | 2022-01-01 | false | true
            gegeven ouder-1@99ZZ ZIEN! 2021-09-05/2021-09-05/2028-01-01 | 2022-01-01 | false | false
            gegeven ouder-1@99ZZ * 2021-09-05/2021-09-05/2028-01-01; geweigerd ouder-1@99ZZ ZIEN! 2021-09-06/2021-09-06/- | 2022-01-01 | false | true
            gegeven ouder-1@99ZZ * 2021-09-05/2021-09-05/2028-01-01; geweigerd ouder-1@99ZZ SOVL 2021-09-06/2021-09-06/- | 2022-01-01 | false | false
            geweigerd ouder-1@99ZZ SOVL 2021-09-05/2021-09-05/-; gegeven ouder-1@99ZZ * 2021-09-06/2021-09-06/2028-01-01 | 2022-01-01 | true | true
            gegeven ouder-1@99ZZ SOVL 2021-09-05/2021-09-05/2028-01-01; geweigerd ouder-2@99ZZ * 2021-09-06/2021-09-06/- | 2022-01-01 | false | false
            """)
    void the_rule_has_these_answers(@Nullable String history, LocalDate asked, boolean all, boolean sovl)
            throws SQLException {
        List<Decision> decisions = History.parse(history == null ? "" : history);
        Instant at = SchoolYear.beginOf(asked);
        ConsentState state = new ConsentState(decisions);
        assertThat(state.effectiveWithoutException(at)).as("in Java").isEqualTo(all);
        assertThat(state.effective(new Instrument("SOVL"), at))
                .as("in Java, SOVL")
                .isEqualTo(sovl);
        String person = person();
        insert(Map.of(person, decisions));
        assertThat(effective("effective_at(?, 'sociaal-emotioneel')", at).contains(person))
                .as("in SQL")
                .isEqualTo(all);
        assertThat(effective("effective_at(?, 'sociaal-emotioneel', 'SOVL')", at)
                        .contains(person))
                .as("in SQL, SOVL")
                .isEqualTo(sovl);
        assertThat(effective("effective_at(?, 'iets-anders')", at)).doesNotContain(person);
    }

    @Test
    void java_and_sql_agree_on_random_histories() throws SQLException {
        Random random = new Random(SEED);
        Map<String, List<Decision>> histories = new HashMap<>();
        for (int i = 0; i < 400; i++) {
            histories.put(person(), History.random(random));
        }
        insert(histories);
        for (int day = 0; day < 22; day += 3) {
            Instant at = SchoolYear.beginOf(History.day(day));
            Set<String> all = effective("effective_at(?, 'sociaal-emotioneel')", at);
            Set<String> sovl = effective("effective_at(?, 'sociaal-emotioneel', 'SOVL')", at);
            for (Map.Entry<String, List<Decision>> one : histories.entrySet()) {
                ConsentState state = new ConsentState(one.getValue());
                String name = "seed " + SEED + ", day " + day + ", history " + one.getValue();
                assertThat(all.contains(one.getKey())).as(name).isEqualTo(state.effectiveWithoutException(at));
                assertThat(sovl.contains(one.getKey())).as(name).isEqualTo(state.effective(new Instrument("SOVL"), at));
            }
        }
    }

    @Test
    void the_order_of_recording_changes_nothing() throws SQLException {
        Random random = new Random(SEED);
        Instant at = SchoolYear.beginOf(History.day(9));
        for (int i = 0; i < 200; i++) {
            List<Decision> history = new ArrayList<>(History.random(random));
            boolean before = new ConsentState(history).effective(Instrument.ALL, at);
            java.util.Collections.shuffle(history, random);
            assertThat(new ConsentState(history).effective(Instrument.ALL, at))
                    .as("seed %d, history %d", SEED, i)
                    .isEqualTo(before);
        }
    }

    @Test
    void decisions_about_a_superseded_person_count_for_the_person_who_took_its_place() throws SQLException {
        String old = person();
        String current = person();
        Instant at = SchoolYear.beginOf(LocalDate.of(2022, 1, 1));
        insert(Map.of(
                old,
                History.parse("geweigerd ouder-2@99ZZ * 2021-09-06/2021-09-06/-"),
                current,
                History.parse("gegeven ouder-1@99ZZ * 2021-09-05/2021-09-05/2028-01-01")));
        assertThat(effective("effective_at(?, 'sociaal-emotioneel')", at)).contains(current);
        supersede(old, current);
        assertThat(effective("effective_at(?, 'sociaal-emotioneel')", at)).doesNotContain(current, old);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
            2021-09-05, 2021-09-05, -,          2021-09-05, true
            2021-09-05, 2021-09-05, -,          2021-09-04, false
            2021-09-05, 2021-09-08, -,          2021-09-06, false
            2021-09-09, 2021-09-05, -,          2021-09-06, false
            2021-09-05, 2021-09-05, 2021-09-10, 2021-09-09, true
            2021-09-05, 2021-09-05, 2021-09-10, 2021-09-10, false
            2021-09-05, 2021-09-05, 2021-09-05, 2021-09-05, false
            """)
    void an_objection_stands_from_its_day_until_it_is_withdrawn(
            LocalDate from, LocalDate recorded, @Nullable LocalDate withdrawn, LocalDate asked, boolean stands)
            throws SQLException {
        String person = person();
        object(person, "99ZZ", from, recorded, withdrawn);
        assertThat(effective("objected_at(?)", SchoolYear.beginOf(asked)).contains(person))
                .isEqualTo(stands);
    }

    @Test
    void of_two_schools_objections_one_withdrawn_leaves_the_other_standing() throws SQLException {
        String person = person();
        LocalDate day = LocalDate.of(2021, 9, 5);
        object(person, "99ZZ", day, day, day.plusDays(1));
        object(person, "99YY", day, day, null);
        assertThat(effective("objected_at(?)", SchoolYear.beginOf(day.plusDays(5))))
                .contains(person);
    }

    private static void insert(Map<String, List<Decision>> histories) throws SQLException {
        try (Connection connection = TestPostgres.superuser();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into consent.decision (id, brin, p, choice, giver, purpose, instrument, text_version,"
                                + " evidence, given_at, recorded_at, ends_at)"
                                + " values (?, ?, decode(?, 'hex'), ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Map.Entry<String, List<Decision>> history : histories.entrySet()) {
                for (Decision decision : history.getValue()) {
                    insert.setObject(1, UUID.randomUUID());
                    insert.setString(2, decision.school().value());
                    insert.setString(3, history.getKey());
                    insert.setString(4, decision.choice().name());
                    insert.setString(5, decision.giver().name());
                    insert.setString(6, decision.purpose().code());
                    insert.setString(7, decision.instrument().code());
                    insert.setString(8, decision.text().value());
                    insert.setString(9, decision.evidence().name());
                    insert.setObject(10, decision.given().atOffset(ZoneOffset.UTC));
                    insert.setObject(11, decision.recorded().atOffset(ZoneOffset.UTC));
                    insert.setObject(
                            12,
                            decision.ends()
                                    .map(end -> end.atOffset(ZoneOffset.UTC))
                                    .orElse(null));
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private static void object(
            String person, String brin, LocalDate from, LocalDate recorded, @Nullable LocalDate withdrawn)
            throws SQLException {
        UUID id = UUID.randomUUID();
        try (Connection connection = TestPostgres.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "insert into consent.objection (id, brin, p, from_at, recorded_at) values ('" + id + "', '"
                            + brin + "', decode('" + person + "', 'hex'), '" + SchoolYear.beginOf(from) + "', '"
                            + SchoolYear.beginOf(recorded) + "')");
            if (withdrawn != null) {
                statement.execute("insert into consent.objection_withdrawal (objection_id, brin, recorded_at) values ('"
                        + id + "', '" + brin + "', '" + SchoolYear.beginOf(withdrawn) + "')");
            }
        }
    }

    private static void supersede(String old, String current) throws SQLException {
        try (Connection connection = TestPostgres.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into pseudonym.person (p) values (decode('" + current + "', 'hex'))");
            statement.execute("insert into pseudonym.superseded (old_p, new_p) values (decode('" + old
                    + "', 'hex'), decode('" + current + "', 'hex'))");
        }
    }

    private static Set<String> effective(String function, Instant at) throws SQLException {
        try (Connection connection = TestPostgres.connect("schakel_cold");
                PreparedStatement query =
                        connection.prepareStatement("select encode(p, 'hex') from consent." + function + " as f (p)")) {
            query.setObject(1, at.atOffset(ZoneOffset.UTC));
            Set<String> persons = new HashSet<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    persons.add(row.getString(1));
                }
            }
            return persons;
        }
    }
}
