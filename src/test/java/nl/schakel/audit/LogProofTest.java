package nl.schakel.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LogProofTest {
    private static final Signatures CHECK =
            ServiceLoader.load(Signatures.class).findFirst().orElseThrow();
    private static final String ORIGIN = "schakel.example/logboek";
    private static final ASigner LOG = ASigner.log(ORIGIN, 1);
    private static final ASigner WITNESS = ASigner.witness("getuige.example/w", 2);
    private static final WitnessPolicy POLICY = policy("quorum w\n");
    private static final ATree TREE = new ATree(ORIGIN).grow(11, "regel");
    private static final LogProof PROOF = proof(TREE, 4);
    private static final String TEXT = PROOF.value();

    private static WitnessPolicy policy(String quorum) {
        String text = "log " + LOG.key().line() + "\nwitness w " + WITNESS.key().line() + "\n" + quorum;
        return WitnessPolicy.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static LogProof proof(ATree tree, int index) {
        Note note = tree.note(tree.size(), LOG);
        Note witnessed = note.with(List.of(WITNESS.sign(note.text(), 1_700_000_000L)));
        return LogProof.of(index, tree.tree().inclusion(index, tree.size()), witnessed);
    }

    @Test
    void a_proof_is_written_read_and_holds() {
        assertThat(TEXT).startsWith("c2sp.org/tlog-proof@v1\nindex 4\n");
        LogProof read = LogProof.read(TEXT);
        assertThat(read.value()).isEqualTo(TEXT);
        assertThat(read.index()).isEqualTo(4);
        assertThat(read.extra()).isEmpty();
        assertThat(read.requireIncludes(TREE.entry(4), POLICY, CHECK).checkpoint())
                .isEqualTo(TREE.checkpoint(11));
    }

    @Test
    void the_only_entry_has_a_proof_without_path() {
        ATree one = new ATree(ORIGIN).grow(1, "regel");
        LogProof read = LogProof.read(proof(one, 0).value());
        assertThat(read.requireIncludes(one.entry(0), POLICY, CHECK).witnessed())
                .isTrue();
    }

    @Test
    void extra_data_is_carried_and_vouched_for_by_nothing() {
        byte[] data = {1, 2, 3};
        LogProof read = LogProof.read(PROOF.withExtra(data).value());
        assertThat(read.extra()).hasValueSatisfying(extra -> assertThat(extra).isEqualTo(data));
        assertThat(read.value()).startsWith("c2sp.org/tlog-proof@v1\nextra AQID\nindex 4\n");
        assertThat(read.requireIncludes(TREE.entry(4), POLICY, CHECK).witnessed())
                .isTrue();
        assertThatThrownBy(() -> PROOF.withExtra(new byte[0])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void another_entry_or_too_few_witnesses_are_refused() {
        assertThatThrownBy(() -> PROOF.requireIncludes(TREE.entry(5), POLICY, CHECK))
                .hasMessageContaining("staat niet op deze plaats");
        LogProof unwitnessed = LogProof.of(4, TREE.tree().inclusion(4, 11), TREE.note(11, LOG));
        assertThatThrownBy(() -> unwitnessed.requireIncludes(TREE.entry(4), POLICY, CHECK))
                .hasMessageContaining("te weinig getuigen");
        assertThat(unwitnessed
                        .requireIncludes(TREE.entry(4), policy("quorum none\n"), CHECK)
                        .witnessed())
                .isTrue();
    }

    @Test
    void every_entry_of_random_logs_has_a_proof_and_no_changed_byte_of_it_holds() {
        long seed = 20_261_122L;
        Random random = new Random(seed);
        for (int round = 0; round < 40; round++) {
            ATree tree = new ATree(ORIGIN).grow(1 + random.nextInt(600), "regel");
            int index = random.nextInt(tree.size());
            String text = proof(tree, index).value();
            assertThat(holds(text, tree.entry(index)))
                    .as("seed %d round %d", seed, round)
                    .isTrue();
            byte[] changed = text.getBytes(StandardCharsets.UTF_8);
            int place = random.nextInt(changed.length);
            changed[place] ^= (byte) (1 << random.nextInt(7));
            assertThat(holds(new String(changed, StandardCharsets.UTF_8), tree.entry(index)))
                    .as("seed %d round %d byte %d", seed, round, place)
                    .isFalse();
        }
    }

    @Test
    void no_changed_bit_and_no_beginning_of_a_proof_holds() {
        byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);
        for (int bit = 0; bit < 8 * bytes.length; bit++) {
            byte[] changed = bytes.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(holds(new String(changed, StandardCharsets.UTF_8), TREE.entry(4)))
                    .as("bit %d", bit)
                    .isFalse();
        }
        for (int length = 0; length < TEXT.length(); length++) {
            assertThat(holds(TEXT.substring(0, length), TREE.entry(4)))
                    .as("%d characters", length)
                    .isFalse();
        }
    }

    private static boolean holds(String text, byte[] entry) {
        try {
            return LogProof.read(text).requireIncludes(entry, POLICY, CHECK).witnessed();
        } catch (EvidenceRejected e) {
            return false;
        }
    }

    static Stream<Arguments> wrong() {
        String hash = TEXT.split("\n", -1)[2];
        return Stream.of(
                Arguments.of("nothing", ""),
                Arguments.of("another version", TEXT.replace("@v1", "@v2")),
                Arguments.of("no title", TEXT.substring(TEXT.indexOf('\n') + 1)),
                Arguments.of("a line before the title", "\n" + TEXT),
                Arguments.of("no place", TEXT.replace("index 4\n", "")),
                Arguments.of("a place without number", TEXT.replace("index 4", "index ")),
                Arguments.of("a place with a zero before it", TEXT.replace("index 4", "index 04")),
                Arguments.of("a place with a sign", TEXT.replace("index 4", "index +4")),
                Arguments.of("a negative place", TEXT.replace("index 4", "index -4")),
                Arguments.of("a place in other digits", TEXT.replace("index 4", "index \u0664")),
                Arguments.of("a place beyond 63 bits", TEXT.replace("index 4", "index 9223372036854775808")),
                Arguments.of("two spaces before the place", TEXT.replace("index 4", "index  4")),
                Arguments.of("a space after the place", TEXT.replace("index 4", "index 4 ")),
                Arguments.of("extra data after the place", TEXT.replace("index 4\n", "index 4\nextra AQID\n")),
                Arguments.of("extra data twice", TEXT.replace("index", "extra AQID\nextra AQID\nindex")),
                Arguments.of("extra data of nothing", TEXT.replace("index", "extra \nindex")),
                Arguments.of("extra data without padding", TEXT.replace("index", "extra AQ\nindex")),
                Arguments.of("a hash that is no Base64", TEXT.replace(hash, "*" + hash.substring(1))),
                Arguments.of("a hash of 31 bytes", TEXT.replace(hash, hash.substring(0, 40) + "AAA=".substring(1))),
                Arguments.of("a hash without padding", TEXT.replace(hash, hash.substring(0, 43))),
                Arguments.of("a space after a hash", TEXT.replace(hash, hash + " ")),
                Arguments.of("more hashes than any tree is high", TEXT.replace(hash, (hash + "\n").repeat(64) + hash)),
                Arguments.of("no empty line", TEXT.replaceFirst("\n\n", "\n")),
                Arguments.of("two empty lines", TEXT.replaceFirst("\n\n", "\n\n\n")),
                Arguments.of("no checkpoint", TEXT.substring(0, TEXT.indexOf("\n\n") + 2)),
                Arguments.of("carriage returns", TEXT.replace("\n", "\r\n")),
                Arguments.of("a line after the last signature", TEXT + "index 4\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void refuses(String name, String text) {
        assertThat(holds(text, TREE.entry(4))).as(name).isFalse();
    }
}
