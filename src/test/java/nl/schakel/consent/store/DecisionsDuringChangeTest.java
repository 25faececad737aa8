package nl.schakel.consent.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.schakel.consent.Instrument;
import nl.schakel.consent.Objections;
import nl.schakel.consent.Purpose;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.TestPostgres;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.Admission;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.pseudonym.Pseudonymizer;
import nl.schakel.pseudonym.Token;
import nl.schakel.pupil.LocalPupilKey;
import nl.schakel.pupil.Pgn;
import nl.schakel.samples.AdmittedPeople;
import nl.schakel.samples.ChangingTokens;
import nl.schakel.samples.EarlierValues;
import nl.schakel.samples.PlainTokens;
import nl.schakel.school.Brin;
import nl.schakel.school.SchoolSite;
import org.junit.jupiter.api.Test;

/** What parents decided holds for a pupil whose keys change, before the pupil is delivered again and after. */
class DecisionsDuringChangeTest {
    private static final String BRIN = "97QZ";
    private static final Instant NOW = Instant.parse("2026-11-22T05:00:00Z");
    private static final Pgn NUMBER = Pgn.parse("123456782").orElseThrow();

    private final PlainTokens before = new PlainTokens(UUID.randomUUID().toString());
    private final ChangingTokens changing =
            new ChangingTokens(new PlainTokens(UUID.randomUUID().toString()), before);
    private final Database database = TestPostgres.database(BRIN);
    private final PostgresSchoolDecisions decisions = new PostgresSchoolDecisions(database);

    @Test
    @SuppressWarnings("try")
    void an_objection_is_recognised_by_number_and_by_key_before_the_pupil_is_seen_again_and_after() throws Exception {
        PersonKey person = admitted(before);
        update(
                "insert into consent.objection values (gen_random_uuid(), ?, ?, '2026-01-01', '2026-01-01')",
                BRIN,
                person.bytes());
        try (EarlierValues open = EarlierValues.of(person)) {
            objected();
            assertThat(admitted(changing)).isEqualTo(person);
            objected();
        }
        objected();
    }

    private void objected() throws Exception {
        Objections objections = TestPostgres.inTransaction(Zone.SCHOOL, () -> decisions.objections(NOW));
        assertThat(changing.linkage(NUMBER).isIn(objections.linkage())).isTrue();
        assertThat(local(changing).isIn(objections.local())).isTrue();
    }

    @Test
    @SuppressWarnings("try")
    void consent_holds_before_the_pupil_is_seen_again_and_after() throws Exception {
        PersonKey person = admitted(before);
        assertThat(local(changing).isIn(consenting())).isFalse();
        update(
                "insert into consent.decision values (gen_random_uuid(), ?, ?, 'GRANTED', 'PARENT_1',"
                        + " 'sociaal-emotioneel', '*', '1', 'FORM', '2026-01-01', '2026-01-01', '2030-01-01')",
                BRIN,
                person.bytes());
        try (EarlierValues open = EarlierValues.of(person)) {
            assertThat(local(changing).isIn(consenting())).isTrue();
            assertThat(admitted(changing)).isEqualTo(person);
            assertThat(local(changing).isIn(consenting())).isTrue();
        }
    }

    private Set<Token> consenting() throws Exception {
        return TestPostgres.inTransaction(
                Zone.SCHOOL, () -> decisions.consenting(Purpose.SOCIAL_EMOTIONAL, new Instrument("SOVL"), NOW));
    }

    private PersonKey admitted(Pseudonymizer tokens) throws Exception {
        Admission both = Admission.byBoth(tokens.linkage(NUMBER), local(tokens));
        return TestPostgres.inTransaction(Zone.SCHOOL, () -> new AdmittedPeople(database)
                .admit(Zone.SCHOOL, List.of(both))
                .get(0));
    }

    private static Token local(Pseudonymizer tokens) {
        return tokens.local(new SchoolSite(new Brin(BRIN), "00"), "", new LocalPupilKey("k"));
    }

    private static void update(String sql, Object... parameters) {
        try (Connection connection = TestPostgres.superuser();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
