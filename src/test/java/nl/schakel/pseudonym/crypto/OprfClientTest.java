package nl.schakel.pseudonym.crypto;

import static nl.schakel.pseudonym.crypto.Vectors.hex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import nl.schakel.platform.secret.SecretBytes;
import nl.schakel.pseudonym.BlindClient;
import nl.schakel.pseudonym.BlindedElement;
import nl.schakel.pseudonym.Canaries;
import nl.schakel.pseudonym.EvaluatedNumber;
import nl.schakel.pseudonym.Evaluations;
import nl.schakel.pseudonym.Pseudonymizer;
import nl.schakel.pupil.Pgn;
import nl.schakel.pupil.Reveal;
import org.junit.jupiter.api.Test;

/** The school's side against the service's. */
class OprfClientTest {
    private static final List<Canaries> FIRST = List.of(canaries(1, oprf("05")));
    private static final List<Canaries> CHANGING = List.of(canaries(2, oprf("07")), canaries(1, oprf("05")));

    private final Oprf oprf = oprf("05");
    private final Oprf next = oprf("07");
    private final OprfClient client = new OprfClient();
    private final List<Integer> batches = new ArrayList<>();

    @Test
    void blind_and_direct_give_the_same_linkage_pseudonym_for_every_number() {
        long seed = 20261122;
        List<Pgn> numbers = numbers(new Random(seed), 1_100);
        numbers.addAll(numbers.subList(0, 5));
        TreeMap<Integer, HmacKey> link = new TreeMap<>();
        link.put(1, key(1));
        link.put(2, key(2));
        Pseudonymizer direct = new DirectPseudonymizer(new HolderA(oprf, key(3)), new LinkLayers(link));
        List<EvaluatedNumber> blind = client.evaluate(numbers, FIRST, points -> List.of(answer(1, oprf, points)));
        assertThat(blind.stream().map(direct::linkage).toList())
                .as("seed %d", seed)
                .containsExactlyElementsOf(direct.linkage(numbers));
        assertThat(batches)
                .as("distinct numbers, with two canaries in each batch")
                .containsExactly(1_000, 104);
    }

    @Test
    void the_same_number_is_another_point_each_time() {
        Pgn number = Pgn.parse("123456782").orElseThrow();
        Set<BlindedElement> seen = new HashSet<>();
        for (int i = 0; i < 5; i++) {
            client.evaluate(List.of(number), FIRST, points -> {
                seen.addAll(points);
                return List.of(answer(1, oprf, points));
            });
        }
        assertThat(seen).hasSize(15);
    }

    @Test
    void while_a_change_is_open_every_point_is_sent_once_and_every_number_has_both_values() {
        long seed = 20261124;
        List<Pgn> numbers = numbers(new Random(seed), 1_010);
        numbers.addAll(numbers.subList(0, 5));
        List<EvaluatedNumber> both =
                client.evaluate(numbers, CHANGING, points -> List.of(answer(2, next, points), answer(1, oprf, points)));
        assertThat(batches).as("each batch, once for each key").containsExactly(1_000, 1_000, 14, 14);
        List<EvaluatedNumber> expected = numbers.stream()
                .map(number -> number.canonical(Reveal.forKeyedHashing()))
                .map(cid -> y(2, next, cid).with(y(1, oprf, cid)))
                .toList();
        assertThat(both).as("seed %d", seed).isEqualTo(expected);
        assertThat(both.get(0).text()).matches("2\\.[\\w-]{43}\\+[\\w-]{43}");
    }

    @Test
    void after_the_change_numbers_have_the_new_value_alone() {
        Pgn number = Pgn.parse("123456782").orElseThrow();
        assertThat(client.evaluate(
                        List.of(number), List.of(canaries(2, next)), points -> List.of(answer(2, next, points))))
                .containsExactly(y(2, next, number.canonical(Reveal.forKeyedHashing())));
    }

    @Test
    void another_key_for_one_school_is_caught_in_either_version() {
        Oprf marking = oprf("06");
        caught(FIRST, "andere sleutel", points -> List.of(answer(1, oprf, marking, points)));
        caught(
                CHANGING,
                "andere sleutel",
                points -> List.of(answer(2, next, marking, points), answer(1, oprf, points)));
        caught(
                CHANGING,
                "andere sleutel",
                points -> List.of(answer(2, next, points), answer(1, oprf, marking, points)));
        caught(
                CHANGING,
                "andere sleutel",
                points -> List.of(answer(2, next, oprf, points), answer(1, oprf, next, points)));
    }

    @Test
    void other_versions_than_those_expected_are_caught() {
        for (List<Canaries> expected : List.of(FIRST, CHANGING, List.of(canaries(2, next)))) {
            for (BlindClient.Exchange other : List.<BlindClient.Exchange>of(
                    points -> List.of(),
                    points -> List.of(answer(1, next, oprf, points)),
                    points -> List.of(answer(3, oprf, points)),
                    points -> List.of(answer(1, oprf, points), answer(2, next, points)),
                    points -> List.of(answer(2, next, points), answer(1, oprf, points), answer(1, oprf, points)))) {
                caught(expected, "begin opnieuw", other);
            }
        }
        caught(FIRST, "begin opnieuw", points -> List.of(answer(2, next, points), answer(1, oprf, points)));
        caught(CHANGING, "begin opnieuw", points -> List.of(answer(2, next, points)));
        caught(CHANGING, "begin opnieuw", points -> List.of(answer(1, oprf, points)));
    }

    @Test
    void a_change_that_opens_between_two_batches_is_told() {
        List<Pgn> numbers = numbers(new Random(3), 999);
        assertThatThrownBy(() -> client.evaluate(
                        numbers,
                        FIRST,
                        points -> batches.isEmpty()
                                ? List.of(answer(1, oprf, points))
                                : List.of(answer(2, next, points), answer(1, oprf, points))))
                .isInstanceOf(BlindClient.Distrusted.class)
                .hasMessageContaining("begin opnieuw");
    }

    @Test
    void without_a_version_to_expect_nothing_is_asked() {
        assertThatThrownBy(() -> client.evaluate(numbers(new Random(4), 1), List.of(), points -> List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void answers_that_are_too_few_swapped_or_no_points_are_caught() {
        byte[] none = new byte[BlindedElement.LENGTH];
        Arrays.fill(none, (byte) 0xFF);
        none[0] = 2;
        for (UnaryOperator<List<BlindedElement>> wrong : List.<UnaryOperator<List<BlindedElement>>>of(
                points -> answer(1, oprf, points).points().subList(1, points.size()),
                points -> List.of(),
                points -> Collections.nCopies(points.size(), BlindedElement.of(none)),
                points -> points,
                points -> {
                    List<BlindedElement> answers =
                            new ArrayList<>(answer(1, oprf, points).points());
                    Collections.rotate(answers, 1);
                    return answers;
                })) {
            caught(FIRST, "", points -> List.of(evaluations(1, oprf, wrong.apply(points))));
            caught(CHANGING, "", points -> List.of(answer(2, next, points), evaluations(1, oprf, wrong.apply(points))));
        }
    }

    private void caught(List<Canaries> expected, String message, BlindClient.Exchange exchange) {
        assertThatThrownBy(() -> client.evaluate(numbers(new Random(2), 3), expected, exchange))
                .isInstanceOf(BlindClient.Distrusted.class)
                .hasMessageContaining(message)
                .hasMessageContaining("niets verstuurd");
    }

    @Test
    void no_canary_is_the_encoding_of_a_number() {
        assertThat(Canaries.inputs()).allSatisfy(input -> {
            assertThat(input).hasSize(17);
            assertThat(input[6]).as("type").isEqualTo((byte) 0xFF);
        });
        assertThat(Canaries.inputs().get(0)).isNotEqualTo(Canaries.inputs().get(1));
    }

    /** What this key answers. */
    private Evaluations answer(int version, Oprf key, List<BlindedElement> points) {
        return answer(version, key, key, points);
    }

    /** What is answered by one key under the name of another. */
    private Evaluations answer(int version, Oprf named, Oprf key, List<BlindedElement> points) {
        batches.add(points.size());
        List<CurvePoint> decoded = points.stream()
                .map(point -> CurvePoint.decode(point.bytes()).orElseThrow())
                .toList();
        return evaluations(
                version,
                named,
                key.blindEvaluate(decoded).stream().map(BlindedElement::of).toList());
    }

    private static Evaluations evaluations(int version, Oprf named, List<BlindedElement> points) {
        return new Evaluations(version, hex(named.publicKey()), points);
    }

    private static Canaries canaries(int version, Oprf oprf) {
        return new Canaries(
                version,
                hex(oprf.publicKey()),
                Canaries.inputs().stream().map(input -> y(version, oprf, input)).toList());
    }

    private static EvaluatedNumber y(int version, Oprf oprf, byte[] input) {
        return EvaluatedNumber.of(oprf.evaluate(input)).ofVersion(version);
    }

    private static Oprf oprf(String last) {
        return new Oprf(new SecretScalar(Vectors.secret("00".repeat(31) + last)).multiplier());
    }

    private static HmacKey key(int value) {
        byte[] bytes = new byte[32];
        bytes[31] = (byte) value;
        return HmacKey.of(SecretBytes.copyOf(bytes));
    }

    private static List<Pgn> numbers(Random random, int count) {
        Set<String> texts = new HashSet<>();
        while (texts.size() < count) {
            String text = String.format(Locale.ROOT, "%09d", random.nextInt(1_000_000_000));
            if (Pgn.parse(text).isPresent()) {
                texts.add(text);
            }
        }
        List<Pgn> numbers = new ArrayList<>();
        texts.forEach(text -> numbers.add(Pgn.parse(text).orElseThrow()));
        return numbers;
    }
}
