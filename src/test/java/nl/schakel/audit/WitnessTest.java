package nl.schakel.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import nl.schakel.audit.Witness.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WitnessTest {
    private static final Signatures CHECK =
            ServiceLoader.load(Signatures.class).findFirst().orElseThrow();
    private static final Clock CLOCK = Clock.fixed(Instant.ofEpochSecond(1_700_000_000L), ZoneOffset.UTC);
    private static final String ORIGIN = "schakel.example/logboek";
    private static final ASigner LOG = ASigner.log(ORIGIN, 1);
    private static final ASigner SECOND_KEY = ASigner.log(ORIGIN, 2);
    private static final ASigner SIGNER = ASigner.witness("getuige.example/w", 3);

    private final Memory memory = new Memory();
    private final Witness witness = witness(memory);
    private final ATree tree = new ATree(ORIGIN).grow(40, "regel");

    /** Remembers in this process only. */
    private static final class Memory implements WitnessMemory {
        private final Map<String, Note> last = new HashMap<>();
        private final List<Note> contradictions = new ArrayList<>();

        @Override
        public Optional<Checkpoint> last(String origin) {
            return Optional.ofNullable(last.get(origin)).flatMap(note -> Checkpoint.read(note.text()));
        }

        @Override
        public void remember(Note checkpoint) {
            last.put(checkpoint.text().lines().findFirst().orElseThrow(), checkpoint);
        }

        @Override
        public void keepContradiction(Note checkpoint) {
            contradictions.add(checkpoint);
        }
    }

    private static Witness witness(WitnessMemory memory) {
        Cosigner cosigner = new Cosigner() {
            @Override
            public List<VerificationKey> keys() {
                return List.of(SIGNER.key());
            }

            @Override
            public List<NoteSignature> cosign(String text, long time) {
                return List.of(SIGNER.sign(text, time));
            }
        };
        return new Witness(new Witness.Tools(List.of(LOG.key(), SECOND_KEY.key()), cosigner, memory, CHECK), CLOCK);
    }

    private Answer add(AddCheckpoint request) {
        return witness.add(bytes(request.value()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static boolean signs(Answer answer, Checkpoint checkpoint) {
        return answer instanceof Answer.Cosigned cosigned
                && new Note(checkpoint.text(), cosigned.lines()).signedBy(SIGNER.key(), CHECK);
    }

    @Test
    void the_first_checkpoint_and_each_that_continues_the_last_are_signed_and_remembered() {
        assertThat(signs(add(tree.request(0, 7, LOG)), tree.checkpoint(7))).isTrue();
        assertThat(signs(add(tree.request(7, 8, LOG)), tree.checkpoint(8))).isTrue();
        assertThat(signs(add(tree.request(8, 40, LOG)), tree.checkpoint(40))).isTrue();
        assertThat(memory.last(ORIGIN)).contains(tree.checkpoint(40));
    }

    @Test
    void the_same_checkpoint_is_signed_again_after_its_answer_was_lost() {
        add(tree.request(0, 7, LOG));
        assertThat(add(tree.request(0, 7, LOG))).isEqualTo(new Answer.OtherSize(7));
        assertThat(signs(add(tree.request(7, 7, LOG)), tree.checkpoint(7))).isTrue();
    }

    @Test
    void a_log_that_was_put_back_is_told_the_size_that_was_signed() {
        add(tree.request(0, 30, LOG));
        assertThat(add(tree.request(20, 25, LOG))).isEqualTo(new Answer.OtherSize(30));
        assertThat(add(tree.request(0, 25, LOG))).isEqualTo(new Answer.OtherSize(30));
        assertThat(memory.last(ORIGIN)).contains(tree.checkpoint(30));
    }

    @Test
    void another_history_is_never_signed_and_its_note_is_kept_as_evidence() {
        add(tree.request(0, 30, LOG));
        ATree other = tree.branch(20).grow(20, "anders");
        assertThat(add(other.request(30, 30, LOG))).isEqualTo(new Answer.OtherRoot());
        assertThat(memory.contradictions).containsExactly(other.note(30, LOG));
        assertThat(add(other.request(30, 40, LOG))).isEqualTo(new Answer.NotProved());
        assertThat(add(other.request(20, 40, LOG))).isEqualTo(new Answer.OtherSize(30));
        assertThat(memory.last(ORIGIN)).contains(tree.checkpoint(30));
    }

    @Test
    void a_second_key_of_the_log_is_trusted_and_a_wrong_line_of_any_key_spoils_the_note() {
        assertThat(signs(add(tree.request(0, 7, SECOND_KEY)), tree.checkpoint(7)))
                .isTrue();
        Note note = tree.note(8, LOG).with(List.of(SECOND_KEY.sign("iets anders\n", 0)));
        assertThat(add(AddCheckpoint.of(7, tree.tree().consistency(7, 8), note)))
                .isEqualTo(new Answer.NotSigned());
    }

    @Test
    void lines_of_others_are_passed_over_and_not_kept() {
        Note note = tree.note(7, LOG);
        Note more = note.with(List.of(ASigner.log("anders.example", 9).sign("iets anders\n", 0)));
        assertThat(signs(add(AddCheckpoint.of(0, List.of(), more)), tree.checkpoint(7)))
                .isTrue();
        assertThat(memory.last.get(ORIGIN)).isEqualTo(note);
    }

    @Test
    void an_empty_log_has_the_root_of_nothing() {
        Checkpoint wrong = Checkpoint.of(ORIGIN, 0, new byte[32]);
        Note note = new Note(wrong.text(), List.of(LOG.sign(wrong.text(), 0)));
        assertThat(add(AddCheckpoint.of(0, List.of(), note))).isEqualTo(new Answer.NotProved());
        assertThat(signs(add(tree.request(0, 0, LOG)), tree.checkpoint(0))).isTrue();
    }

    static Stream<Arguments> wrong() {
        ATree tree = new ATree(ORIGIN).grow(40, "regel");
        String good = tree.request(6, 9, LOG).value();
        String hash = good.split("\n", -1)[1];
        Note foreign = new ATree("anders.example").grow(9, "regel").note(9, LOG);
        return Stream.of(
                Arguments.of("nothing", "", Answer.Malformed.class),
                Arguments.of("no old size", good.replace("old 6\n", ""), Answer.Malformed.class),
                Arguments.of("an old size in another form", good.replace("old 6", "old 06"), Answer.Malformed.class),
                Arguments.of("an old size in capitals", good.replace("old 6", "OLD 6"), Answer.Malformed.class),
                Arguments.of("a negative old size", good.replace("old 6", "old -6"), Answer.Malformed.class),
                Arguments.of("no size at all", good.replace("old 6", "old "), Answer.Malformed.class),
                Arguments.of("an old size beyond the new", good.replace("old 6", "old 10"), Answer.Malformed.class),
                Arguments.of("a hash that is none", good.replace(hash, "AAAA"), Answer.Malformed.class),
                Arguments.of(
                        "a hash without padding", good.replace(hash, hash.substring(0, 43)), Answer.Malformed.class),
                Arguments.of("64 hashes", good.replace(hash, (hash + "\n").repeat(63) + hash), Answer.Malformed.class),
                Arguments.of("no empty line", good.replaceFirst("\n\n", "\n"), Answer.Malformed.class),
                Arguments.of(
                        "no signature", good.substring(0, good.indexOf("\n\u2014")) + "\n", Answer.Malformed.class),
                Arguments.of("no newline at the end", good.strip(), Answer.Malformed.class),
                Arguments.of("a size with a zero before it", good.replace("\n9\n", "\n09\n"), Answer.Malformed.class),
                Arguments.of("carriage returns", good.replace("\n", "\r\n"), Answer.Malformed.class),
                Arguments.of("half a letter", good + "\ud800", Answer.Malformed.class),
                Arguments.of(
                        "an extension line", good.replace("\n\n\u2014", "\nextra\n\n\u2014"), Answer.Malformed.class),
                Arguments.of(
                        "another log", AddCheckpoint.of(6, List.of(), foreign).value(), Answer.UnknownLog.class),
                Arguments.of("a text that was not signed", good.replace("\n9\n", "\n10\n"), Answer.NotSigned.class),
                Arguments.of(
                        "a key that is not the log's",
                        tree.request(6, 9, ASigner.log(ORIGIN, 8)).value(),
                        Answer.NotSigned.class),
                Arguments.of(
                        "the witness's own key for the log's",
                        tree.request(6, 9, SIGNER).value(),
                        Answer.NotSigned.class),
                Arguments.of("no proof", good.replace(hash + "\n", ""), Answer.NotProved.class),
                Arguments.of("a proof of another growth", good.replace(hash, hash(tree, 0)), Answer.NotProved.class),
                Arguments.of("a proof that is longer", good.replace(hash, hash + "\n" + hash), Answer.NotProved.class));
    }

    private static String hash(ATree tree, int index) {
        return tree.checkpoint(index).root();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void refuses(String name, String body, Class<? extends Answer> expected) {
        add(tree.request(0, 6, LOG));
        assertThat(witness.add(bytes(body))).as(name).isInstanceOf(expected);
        assertThat(memory.last(ORIGIN)).contains(tree.checkpoint(6));
    }

    @Test
    void a_size_that_was_signed_before_needs_no_proof_and_takes_none() {
        add(tree.request(0, 6, LOG));
        Note note = tree.note(6, LOG);
        assertThat(add(AddCheckpoint.of(6, List.of(new byte[32]), note))).isEqualTo(new Answer.NotProved());
        assertThat(add(AddCheckpoint.of(0, List.of(new byte[32]), note))).isEqualTo(new Answer.OtherSize(6));
    }

    @Test
    void a_first_checkpoint_takes_no_proof() {
        assertThat(add(AddCheckpoint.of(0, List.of(new byte[32]), tree.note(6, LOG))))
                .isEqualTo(new Answer.NotProved());
        assertThat(memory.last).isEmpty();
    }

    /** A log that lies at random: two histories from a common beginning, any sizes, right and wrong proofs, lost answers. */
    @Test
    void no_two_signed_checkpoints_ever_contradict_each_other() {
        long seed = 6_962L;
        Random random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            ATree one = new ATree(ORIGIN).grow(1 + random.nextInt(120), "een");
            ATree two = one.branch(random.nextInt(one.size() + 1)).grow(1 + random.nextInt(120), "twee");
            Witness fresh = witness(new Memory());
            List<Checkpoint> signed = new ArrayList<>();
            List<ATree> histories = new ArrayList<>(List.of(one, two));
            for (int step = 0; step < 60; step++) {
                ATree history = histories.get(random.nextInt(2));
                int size = random.nextInt(history.size() + 1);
                long last = signed.isEmpty() ? 0 : signed.get(signed.size() - 1).size();
                int old = random.nextInt(4) == 0 ? random.nextInt(size + 1) : (int) Math.min(last, size);
                ATree proving = histories.get(random.nextInt(2));
                List<byte[]> proof =
                        size <= proving.size() ? proving.tree().consistency(old, size) : List.of(new byte[32]);
                Answer answer = fresh.add(bytes(
                        AddCheckpoint.of(old, proof, history.note(size, LOG)).value()));
                if (answer instanceof Answer.Cosigned) {
                    signed.add(history.checkpoint(size));
                }
            }
            assertThat(histories).as("seed %d round %d", seed, round).anySatisfy(history -> assertThat(signed)
                    .allSatisfy(checkpoint -> assertThat(checkpoint)
                            .isEqualTo(history.checkpoint((int) Math.min(checkpoint.size(), history.size())))));
            assertThat(signed)
                    .as("seed %d round %d", seed, round)
                    .isNotEmpty()
                    .isSortedAccordingTo(java.util.Comparator.comparingLong(Checkpoint::size));
        }
    }
}
