package nl.schakel.consent.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import nl.schakel.consent.Instrument;
import nl.schakel.consent.Objections;
import nl.schakel.consent.Purpose;
import nl.schakel.platform.database.CopiedDatabase;
import nl.schakel.platform.database.TestDatabase;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.Admission;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.pseudonym.Pseudonymizer;
import nl.schakel.pseudonym.Token;
import nl.schakel.pseudonym.store.StoredPeople;
import nl.schakel.pupil.LocalPupilKey;
import nl.schakel.pupil.Pgn;
import nl.schakel.samples.ChangingTokens;
import nl.schakel.samples.PlainTokens;
import nl.schakel.school.Brin;
import nl.schakel.school.SchoolSite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What parents decided holds for a pupil whose keys change, before the pupil is delivered again and after. */
class DecisionsDuringChangeTest {
    private static final String BRIN = "97QZ";
    private static final Instant NOW = Instant.parse("2026-11-22T05:00:00Z");
    private static final Pgn NUMBER = Pgn.parse("123456782").orElseThrow();

    private final Pseudonymizer before = new PlainTokens("before");
    private final Pseudonymizer after = new PlainTokens("after");
    private final Pseudonymizer changing = new ChangingTokens(after, before);

    @SuppressWarnings("NullAway.Init")
    private CopiedDatabase copy;

    private int generation = 1;

    @BeforeEach
    void copy() throws SQLException {
        copy = new CopiedDatabase();
    }

    @AfterEach
    void drop() throws SQLException {
        copy.close();
    }

    @Test
    void an_objection_is_recognised_by_number_and_by_key_before_the_pupil_is_seen_again_and_after() throws Exception {
        PersonKey person = admitted(before);
        copy.write(
                "insert into consent.objection values (gen_random_uuid(), ?, ?, '2026-01-01', '2026-01-01')",
                BRIN,
                person.bytes());
        open();
        objected(changing);
        assertThat(admitted(changing)).isEqualTo(person);
        objected(changing);
        close();
        objected(after);
    }

    private void objected(Pseudonymizer tokens) throws Exception {
        Objections objections = school(database -> new PostgresSchoolDecisions(database).objections(NOW));
        assertThat(tokens.linkage(NUMBER).isIn(objections.linkage())).isTrue();
        assertThat(local(tokens).isIn(objections.local())).isTrue();
    }

    @Test
    void consent_holds_before_the_pupil_is_seen_again_and_after() throws Exception {
        PersonKey person = admitted(before);
        assertThat(local(before).isIn(consenting())).isFalse();
        copy.write(
                "insert into consent.decision values (gen_random_uuid(), ?, ?, 'GRANTED', 'PARENT_1',"
                        + " 'sociaal-emotioneel', '*', '1', 'FORM', '2026-01-01', '2026-01-01', '2030-01-01')",
                BRIN,
                person.bytes());
        open();
        assertThat(local(changing).isIn(consenting())).isTrue();
        assertThat(admitted(changing)).isEqualTo(person);
        assertThat(local(changing).isIn(consenting())).isTrue();
        close();
        assertThat(local(after).isIn(consenting())).isTrue();
    }

    private Set<Token> consenting() throws Exception {
        return school(database -> new PostgresSchoolDecisions(database)
                .consenting(Purpose.SOCIAL_EMOTIONAL, new Instrument("SOVL"), NOW));
    }

    private PersonKey admitted(Pseudonymizer tokens) throws Exception {
        Admission both = Admission.byBoth(tokens.linkage(NUMBER), local(tokens));
        return school(database -> StoredPeople.of(database, generation)
                .admit(Zone.SCHOOL, List.of(both))
                .get(0));
    }

    private static Token local(Pseudonymizer tokens) {
        return tokens.local(new SchoolSite(new Brin(BRIN), "00"), "", new LocalPupilKey("k"));
    }

    private void open() throws Exception {
        generation++;
        copy.committed(Zone.LINK, null, database -> StoredPeople.open(database, generation));
    }

    private void close() throws Exception {
        copy.committed(Zone.LINK, null, StoredPeople::close);
    }

    private <T> T school(TestDatabase.Work<T> work) throws Exception {
        return copy.committed(Zone.SCHOOL, BRIN, work);
    }
}
