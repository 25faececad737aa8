package nl.schakel.pseudonym.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.schakel.platform.database.TestPostgres;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.Admission;
import nl.schakel.pseudonym.People;
import nl.schakel.pseudonym.PersonKey;
import nl.schakel.pseudonym.Token;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PostgresPeopleTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final People people = new PostgresPeople(TestPostgres.database("99ZZ"), () -> 1);
    private final Map<String, Token> tokens = new HashMap<>();

    /**
     * Each case: calls separated by {@code |}, admissions by a space, written {@code number/local key} with {@code -} for a
     * missing part; then the expected persons in the same shape, equal letters for equal persons.
     */
    static Stream<Arguments> cases() {
        return Stream.of(
                Arguments.of("new pair", "1/a", "P"),
                Arguments.of("number only", "1/-", "P"),
                Arguments.of("local key only", "-/a", "P"),
                Arguments.of("two persons", "1/a 2/b", "P Q"),
                Arguments.of("repeated call", "1/a|1/a", "P|P"),
                Arguments.of("repeated in one call", "1/a 1/a -/a 1/-", "P P P P"),
                Arguments.of("local key only, repeated in one call", "-/a -/a", "P P"),
                Arguments.of("number first, then the pair", "1/-|1/a", "P|P"),
                Arguments.of("local key first, then the pair", "-/a|1/a|1/-", "P|P|P"),
                Arguments.of("pair first, then local key", "1/a|-/a", "P|P"),
                Arguments.of("pair and local key in one call", "-/a 1/a", "P P"),
                Arguments.of("one person at two schools", "1/a 1/b|-/a -/b", "P P|P P"),
                Arguments.of("provisional merges into the numbered", "1/-|-/a|1/a|-/a 1/-", "P|Q|P|P P"),
                Arguments.of("two provisionals of one number", "-/a -/b|1/a 1/b|-/a -/b", "P Q|P P|P P"),
                Arguments.of("number corrected on a local key", "1/a|2/a|-/a 1/-", "P|Q|Q P"),
                Arguments.of("one local key, two numbers in one call", "1/a 2/a|-/a", "P Q|Q"),
                Arguments.of("swapped local keys", "1/a 2/b|1/b 2/a|-/a -/b", "P Q|P Q|Q P"),
                Arguments.of("nothing", "", ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void admits(String name, String calls, String expected) throws Exception {
        Map<String, PersonKey> known = new HashMap<>();
        String[] answers = expected.split("\\|", -1);
        int at = 0;
        for (String call : calls.split("\\|", -1)) {
            List<PersonKey> found = admit(Zone.SCHOOL, call);
            List<String> letters = words(answers[at++]);
            assertThat(found).as(name).hasSameSizeAs(letters);
            for (int i = 0; i < found.size(); i++) {
                PersonKey person = found.get(i);
                PersonKey current = current(known.getOrDefault(letters.get(i), person));
                assertThat(person)
                        .as("%s: call %s, person %s", name, call, letters.get(i))
                        .isEqualTo(current);
                known.put(letters.get(i), person);
            }
        }
        assertThat(known.values().stream().map(this::current).distinct().count())
                .as("the merged ones are one, the others differ")
                .isEqualTo(name.startsWith("provisional") || name.startsWith("two provisionals") ? 1 : known.size());
    }

    @Test
    void keeps_the_key_of_a_person_first_met_by_local_key() throws Exception {
        PersonKey first = admit(Zone.SCHOOL, "-/a").get(0);
        assertThat(admit(Zone.SCHOOL, "1/a").get(0)).isEqualTo(first);
    }

    @Test
    void keeps_superseded_keys_leading_to_the_newest_in_one_step() throws Exception {
        PersonKey a = admit(Zone.SCHOOL, "-/a").get(0);
        PersonKey b = admit(Zone.SCHOOL, "-/b").get(0);
        PersonKey numbered = admit(Zone.SCHOOL, "1/-").get(0);
        admit(Zone.SCHOOL, "1/a");
        admit(Zone.SCHOOL, "1/b");
        assertThat(List.of(current(a), current(b), current(numbered))).containsOnly(numbered);
    }

    @Test
    void serves_the_zone_of_registers_too() throws Exception {
        assertThat(admit(Zone.LINK, "1/-")).isEqualTo(admit(Zone.SCHOOL, "1/a"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Zone.class,
            names = {"COLD", "ACCOUNT", "LOG", "AUDITOR"})
    void serves_no_other_zone(Zone zone) {
        assertThatThrownBy(() -> admit(zone, "1/a")).hasMessageContaining("42501");
    }

    @Test
    void takes_ten_thousand_at_once_and_no_more() throws Exception {
        List<Admission> many = new ArrayList<>(IntStream.range(0, People.MOST)
                .mapToObj(i -> Admission.byBoth(token("n" + i), token("l" + i)))
                .toList());
        assertThat(TestPostgres.inTransaction(Zone.SCHOOL, () -> people.admit(Zone.SCHOOL, many)))
                .doesNotHaveDuplicates()
                .hasSize(People.MOST);
        many.add(Admission.byNumber(token("one more")));
        assertThatThrownBy(() -> people.admit(Zone.SCHOOL, many)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void concurrent_admissions_of_the_same_persons_agree() throws Exception {
        long seed = 20261121;
        List<Admission> admissions = new ArrayList<>(IntStream.range(0, 300)
                .mapToObj(i -> Admission.byBoth(token("n" + i), token("l" + i)))
                .toList());
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Map<Admission, PersonKey>>> work = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                List<Admission> shuffled = new ArrayList<>(admissions);
                Collections.shuffle(shuffled, new Random(seed + i));
                work.add(() -> byAdmission(shuffled));
            }
            List<Map<Admission, PersonKey>> answers = new ArrayList<>();
            for (Future<Map<Admission, PersonKey>> done : threads.invokeAll(work)) {
                answers.add(done.get());
            }
            assertThat(answers).as("seed %d", seed).allSatisfy(answer -> assertThat(answer)
                    .isEqualTo(answers.get(0)));
        } finally {
            threads.shutdown();
        }
    }

    private Map<Admission, PersonKey> byAdmission(List<Admission> admissions) throws Exception {
        List<PersonKey> found = TestPostgres.inTransaction(Zone.SCHOOL, () -> people.admit(Zone.SCHOOL, admissions));
        Map<Admission, PersonKey> answer = new HashMap<>();
        for (int i = 0; i < found.size(); i++) {
            answer.put(admissions.get(i), found.get(i));
        }
        return answer;
    }

    private List<PersonKey> admit(Zone zone, String call) throws Exception {
        List<Admission> admissions = words(call).stream()
                .map(pair -> new Admission(known(pair.split("/", -1)[0]), known(pair.split("/", -1)[1])))
                .toList();
        return TestPostgres.inTransaction(zone, () -> people.admit(zone, admissions));
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
    }

    private @Nullable Token known(String name) {
        return name.equals("-") ? null : token(name);
    }

    private Token token(String name) {
        return tokens.computeIfAbsent(name, unknown -> {
            byte[] bytes = new byte[Token.LENGTH];
            RANDOM.nextBytes(bytes);
            return Token.of(bytes);
        });
    }

    private PersonKey current(PersonKey person) {
        try (Connection connection = TestPostgres.connect(Zone.LINK.role());
                PreparedStatement statement = connection.prepareStatement("select pseudonym.current(?)")) {
            statement.setBytes(1, person.bytes());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return PersonKey.of(row.getBytes(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
