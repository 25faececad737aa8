package nl.schakel.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WitnessPolicyTest {
    private static final Signatures CHECK =
            ServiceLoader.load(Signatures.class).findFirst().orElseThrow();
    private static final ASigner LOG = ASigner.log("schakel.example/logboek", 1);
    private static final List<ASigner> WITNESSES = IntStream.range(0, 6)
            .mapToObj(n -> ASigner.witness("getuige.example/" + n, 10 + n))
            .toList();
    private static final String L = "log " + LOG.key().line() + "\n";
    private static final String W0 = witness("X1", 0);
    private static final String W1 = witness("X2", 1);
    private static final String W2 = witness("X3", 2);
    /** The example of the specification. */
    private static final String TWO_LEVELS = "# voorbeeld\n\n" + L + W0 + W1 + W2
            + "group X-witnesses 2 X1 X2 X3\n"
            + witness("Y1", 3) + witness("Y2", 4) + witness("Y3", 5)
            + "\tgroup  Y-witnesses any\tY1 Y2 Y3 \n  # nog een\n"
            + "group X-and-Y all X-witnesses Y-witnesses\nquorum X-and-Y\n";

    private static String witness(String name, int number) {
        return "witness " + name + " " + WITNESSES.get(number).key().line() + "\n";
    }

    private static WitnessPolicy read(String text) {
        return WitnessPolicy.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Set<VerificationKey> signers(String numbers) {
        return numbers.chars()
                .filter(c -> c != '-')
                .mapToObj(c -> WITNESSES.get(c - '0').key())
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource({
        "-, false",
        "0, false",
        "01, false",
        "34, false",
        "03, false",
        "013, true",
        "125, true",
        "024, true",
        "345, false",
        "0345, false",
        "012345, true"
    })
    void the_published_example_needs_two_of_x_and_one_of_y(String numbers, boolean enough) {
        assertThat(read(TWO_LEVELS).quorum().reachedBy(signers(numbers))).isEqualTo(enough);
    }

    @ParameterizedTest
    @CsvSource({"any, 0, true", "any, -, false", "all, 01, false", "all, 012, true", "3, 01, false", "1, 2, true"})
    void a_group_counts_its_members(String rule, String numbers, boolean enough) {
        WitnessPolicy policy = read(L + W0 + W1 + W2 + "group g " + rule + " X1 X2 X3\nquorum g\n");
        assertThat(policy.quorum().reachedBy(signers(numbers))).isEqualTo(enough);
    }

    @Test
    void a_single_witness_or_nobody_can_be_the_quorum() {
        WitnessPolicy one = read(L + W0 + "quorum X1\n");
        assertThat(one.quorum().reachedBy(signers("0"))).isTrue();
        assertThat(one.quorum().reachedBy(signers("1"))).isFalse();
        assertThat(one.needsNobody()).isFalse();
        assertThat(read("quorum none\n").needsNobody()).isTrue();
    }

    @Test
    void addresses_and_names_of_any_bytes_are_kept() {
        WitnessPolicy policy = read("log " + LOG.key().line() + " https://schakel.example/logboek\nwitness J\u00f6rg "
                + WITNESSES.get(0).key().line() + " http://127.0.0.1:8480\nquorum J\u00f6rg\n");
        assertThat(policy.logs().get(0).url()).contains(URI.create("https://schakel.example/logboek"));
        assertThat(policy.witnesses().get(0).url()).contains(URI.create("http://127.0.0.1:8480"));
        assertThat(policy.quorum().reachedBy(signers("0"))).isTrue();
    }

    @Test
    void thirty_two_logs_witnesses_and_groups_are_read() {
        StringBuilder text = new StringBuilder();
        for (int n = 0; n < 32; n++) {
            text.append("log ")
                    .append(ASigner.log("log.example/" + n, 40 + n).key().line())
                    .append('\n');
            text.append("witness w").append(n).append(' ');
            text.append(ASigner.witness("w.example/" + n, 80 + n).key().line()).append('\n');
            text.append("group g")
                    .append(n)
                    .append(" any w")
                    .append(n)
                    .append(n == 0 ? "" : " g" + (n - 1))
                    .append('\n');
        }
        assertThat(read(text + "quorum g31\n").witnesses()).hasSize(32);
    }

    static Stream<Arguments> wrong() {
        String two = L + W0 + W1;
        return Stream.of(
                Arguments.of("nothing", ""),
                Arguments.of("no quorum", two),
                Arguments.of("two quorums", "quorum none\nquorum none\n"),
                Arguments.of("no newline at the end", "quorum none"),
                Arguments.of("a carriage return", "quorum none\r\n"),
                Arguments.of("a vertical tab", "quorum\u000bnone\n"),
                Arguments.of("a delete character", "# \u007f\nquorum none\n"),
                Arguments.of("a null", "\0\nquorum none\n"),
                Arguments.of("an unknown word", "logs x\nquorum none\n"),
                Arguments.of("a word in capitals", "QUORUM none\n"),
                Arguments.of("a quorum without name", "quorum\n"),
                Arguments.of("a quorum of two names", two + "quorum X1 X2\n"),
                Arguments.of("a quorum that is not there", two + "quorum X9\n"),
                Arguments.of("a quorum before its witness", "quorum X1\n" + two),
                Arguments.of("a group before its member", "group g any X1\n" + two + "quorum g\n"),
                Arguments.of("a group in itself", two + "group g any g\nquorum g\n"),
                Arguments.of("a group without member", two + "group g any\nquorum none\n"),
                Arguments.of("a group without number", two + "group g X1 X2\nquorum none\n"),
                Arguments.of("none of a group", two + "group g 0 X1 X2\nquorum g\n"),
                Arguments.of("more than the group", two + "group g 3 X1 X2\nquorum g\n"),
                Arguments.of("a negative number", two + "group g -1 X1 X2\nquorum g\n"),
                Arguments.of("a number with a zero before it", two + "group g 01 X1 X2\nquorum g\n"),
                Arguments.of("a number beyond all", two + "group g 18446744073709551617 X1 X2\nquorum g\n"),
                Arguments.of("a member twice", two + "group g 2 X1 X1\nquorum g\n"),
                Arguments.of("a member of two groups", two + "group g any X1\ngroup h any X1 X2\nquorum h\n"),
                Arguments.of("none as a member", two + "group g any none\nquorum g\n"),
                Arguments.of("a witness called none", L + W0.replace("X1", "none") + "quorum none\n"),
                Arguments.of("a group called none", two + "group none any X1\nquorum none\n"),
                Arguments.of("a name twice", L + W0 + W1.replace("X2", "X1") + "quorum X1\n"),
                Arguments.of("a group called as a witness", two + "group X1 any X2\nquorum X1\n"),
                Arguments.of("the same witness twice", L + W0 + W0.replace("X1", "X9") + "quorum X1\n"),
                Arguments.of(
                        "the same witness under another name of its key",
                        W0 + "witness X9 "
                                + ASigner.witness("anders.example", 10).key().line() + "\nquorum X1\n"),
                Arguments.of("the same log twice", L + L + "quorum none\n"),
                Arguments.of(
                        "the same log under another name",
                        L + "log " + ASigner.log("anders.example", 1).key().line() + "\nquorum none\n"),
                Arguments.of("a log without key", "log\nquorum none\n"),
                Arguments.of("a log with a key that is none", "log x+00000000+AAAA\nquorum none\n"),
                Arguments.of(
                        "a log with a witness's key",
                        "log " + WITNESSES.get(0).key().line() + "\nquorum none\n"),
                Arguments.of(
                        "a witness with a log's key", "witness X1 " + LOG.key().line() + "\nquorum X1\n"),
                Arguments.of("a witness without name", "witness " + LOG.key().line() + "\nquorum none\n"),
                Arguments.of("two addresses", L.replace("\n", " http://a http://b\n") + "quorum none\n"),
                Arguments.of("an address of a file", L.replace("\n", " file:///etc/passwd\n") + "quorum none\n"),
                Arguments.of("an address that is none", L.replace("\n", " http://[\n") + "quorum none\n"),
                Arguments.of("a comment behind a line", "quorum none # uit\n"),
                Arguments.of("a key with half a letter in its name", "log \u00ff+00000000+AA==\nquorum none\n"),
                Arguments.of("too long", "#" + "x".repeat(1 << 20) + "\nquorum none\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void refuses(String name, String text) {
        assertThatThrownBy(() -> WitnessPolicy.read(text.getBytes(StandardCharsets.ISO_8859_1)))
                .as(name)
                .isInstanceOf(EvidenceRejected.class);
    }

    @Test
    void a_refusal_names_the_line() {
        assertThatThrownBy(() -> read("# eerst\n\nlog x\nquorum none\n"))
                .hasMessageStartingWith("regel 3 van het beleid");
    }

    @Test
    void a_checkpoint_is_believed_on_the_word_of_its_log_and_witnessed_by_the_quorum() {
        WitnessPolicy policy = read(TWO_LEVELS);
        Note note = new ATree("schakel.example/logboek").grow(3, "regel").note(3, LOG);
        assertThat(policy.believe(note, CHECK).witnessed()).isFalse();
        assertThatThrownBy(() -> policy.requireWitnessed(note, CHECK)).hasMessageContaining("te weinig getuigen");
        Note signed = note.with(Stream.of(0, 2, 4)
                .map(n -> WITNESSES.get(n).sign(note.text(), 1_700_000_000L + n))
                .toList());
        WitnessPolicy.Believed believed = policy.requireWitnessed(signed, CHECK);
        assertThat(believed.checkpoint().size()).isEqualTo(3);
        assertThat(believed.signers())
                .extracting(CheckedSignature::time)
                .containsExactly(1_700_000_000L, 1_700_000_002L, 1_700_000_004L);
    }

    @Test
    void a_checkpoint_of_another_log_or_with_a_wrong_line_is_not_believed() {
        WitnessPolicy policy = read(TWO_LEVELS);
        ATree tree = new ATree("schakel.example/logboek").grow(3, "regel");
        ASigner otherKey = ASigner.log("schakel.example/logboek", 2);
        ASigner otherName = ASigner.log("anders.example", 1);
        assertThatThrownBy(() -> policy.believe(tree.note(3, otherKey), CHECK)).isInstanceOf(EvidenceRejected.class);
        assertThatThrownBy(() -> policy.believe(tree.note(3, otherName), CHECK)).isInstanceOf(EvidenceRejected.class);
        Note foreign = new ATree("anders.example").grow(3, "regel").note(3, LOG);
        assertThatThrownBy(() -> policy.believe(foreign, CHECK)).isInstanceOf(EvidenceRejected.class);
        Note wrong = tree.note(3, LOG).with(List.of(WITNESSES.get(0).sign("iets anders\n", 5)));
        assertThatThrownBy(() -> policy.believe(wrong, CHECK)).isInstanceOf(EvidenceRejected.class);
        Note text = new Note("geen controlepunt\n", List.of(LOG.sign("geen controlepunt\n", 0)));
        assertThatThrownBy(() -> policy.believe(text, CHECK)).isInstanceOf(EvidenceRejected.class);
    }
}
