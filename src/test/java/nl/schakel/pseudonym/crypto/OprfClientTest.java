package nl.schakel.pseudonym.crypto;

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
import nl.schakel.platform.secret.SecretBytes;
import nl.schakel.pseudonym.BlindClient;
import nl.schakel.pseudonym.BlindedElement;
import nl.schakel.pseudonym.Canaries;
import nl.schakel.pseudonym.EvaluatedNumber;
import nl.schakel.pseudonym.Pseudonymizer;
import nl.schakel.pupil.Pgn;
import org.junit.jupiter.api.Test;

/** The school's side against the service's. */
class OprfClientTest {
    private final Oprf oprf = oprf("05");
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
        List<EvaluatedNumber> blind = client.evaluate(numbers, canaries(oprf), points -> answer(oprf, points));
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
            client.evaluate(List.of(number), canaries(oprf), points -> {
                seen.addAll(points);
                return answer(oprf, points);
            });
        }
        assertThat(seen).hasSize(15);
    }

    @Test
    void another_key_for_one_school_is_caught() {
        Oprf marking = oprf("06");
        assertThatThrownBy(() ->
                        client.evaluate(numbers(new Random(1), 3), canaries(oprf), points -> answer(marking, points)))
                .isInstanceOf(BlindClient.Distrusted.class)
                .hasMessageContaining("andere sleutel");
    }

    @Test
    void answers_that_are_too_few_swapped_or_no_points_are_caught() {
        List<Pgn> numbers = numbers(new Random(2), 3);
        byte[] none = new byte[BlindedElement.LENGTH];
        Arrays.fill(none, (byte) 0xFF);
        none[0] = 2;
        for (BlindClient.Exchange wrong : List.<BlindClient.Exchange>of(
                points -> answer(oprf, points).subList(1, points.size()),
                points -> Collections.nCopies(points.size(), BlindedElement.of(none)),
                points -> points,
                points -> {
                    List<BlindedElement> answers = new ArrayList<>(answer(oprf, points));
                    Collections.rotate(answers, 1);
                    return answers;
                })) {
            assertThatThrownBy(() -> client.evaluate(numbers, canaries(oprf), wrong))
                    .isInstanceOf(BlindClient.Distrusted.class);
        }
    }

    @Test
    void no_canary_is_the_encoding_of_a_number() {
        assertThat(Canaries.inputs()).allSatisfy(input -> {
            assertThat(input).hasSize(17);
            assertThat(input[6]).as("type").isEqualTo((byte) 0xFF);
        });
        assertThat(Canaries.inputs().get(0)).isNotEqualTo(Canaries.inputs().get(1));
    }

    private List<BlindedElement> answer(Oprf key, List<BlindedElement> points) {
        batches.add(points.size());
        return key
                .blindEvaluate(points.stream()
                        .map(point -> CurvePoint.decode(point.bytes()).orElseThrow())
                        .toList())
                .stream()
                .map(BlindedElement::of)
                .toList();
    }

    private static Canaries canaries(Oprf oprf) {
        return new Canaries(1, 
                "02",
                oprf.evaluate(Canaries.inputs()).stream()
                        .map(EvaluatedNumber::of)
                        .toList());
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
