package nl.schakel.pseudonym.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nl.schakel.platform.database.Statements;
import nl.schakel.platform.database.TestPostgres;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.Admission;
import nl.schakel.pseudonym.People;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.pseudonym.Token;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rotation is killed as by {@code kill -9} at its first value, in the middle of a table, and with only the commit to come. */
class KilledRotationTest {
    private static final int PERSONS = 800;
    private static final long SEED = 20261123;

    private final Statements statements = TestPostgres.database("99ZZ").statements(Zone.LINK);
    private final People people = new PostgresPeople(TestPostgres.database("99ZZ"), () -> 1);

    @ParameterizedTest
    @ValueSource(longs = {1, PERSONS + PERSONS / 2, 0})
    void leaves_every_value_as_it_was_and_the_store_in_use(long stop) throws Exception {
        List<Admission> admissions = admissions(SEED + stop);
        List<PersonKey> persons = admit(admissions);
        List<String> before = stored();
        StoppedProcess.killed(RotatingProcess.class, TestPostgres.url(), Long.toString(stop), "2");
        assertThat(statements.number("select generation from pseudonym.in_force"))
                .isEqualTo(1);
        assertThat(admit(admissions)).isEqualTo(persons);
        assertThat(stored()).isEqualTo(before);
        assertThat(statements.number("select count(*) from pseudonym.keyed where generation <> 1"))
                .isZero();
        assertThat(statements.number("select count(*) from pg_class where relname in ('rotated', 'recomputed')"))
                .isZero();
    }

    private List<PersonKey> admit(List<Admission> admissions) throws Exception {
        return TestPostgres.inTransaction(Zone.LINK, () -> people.admit(Zone.LINK, admissions));
    }

    private static List<Admission> admissions(long seed) {
        Random random = new Random(seed);
        List<Admission> admissions = new ArrayList<>();
        for (int i = 0; i < PERSONS; i++) {
            byte[] linkage = new byte[Token.LENGTH];
            byte[] local = new byte[Token.LENGTH];
            random.nextBytes(linkage);
            random.nextBytes(local);
            admissions.add(Admission.byBoth(Token.of(linkage), Token.of(local)));
        }
        return admissions;
    }

    private List<String> stored() {
        return statements.list(
                "select 'person ' || p::text || coalesce(lp::text, '') || coalesce(generation, 0) from pseudonym.person"
                        + " union all select 'local ' || token::text || p::text from pseudonym.local_pupil order by 1",
                row -> row.getString(1));
    }
}
