package nl.schakel.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessFolderTest {
    private static final String ORIGIN = "schakel.example/logboek";
    private static final ASigner LOG = ASigner.log(ORIGIN, 1);
    private final ATree tree = new ATree(ORIGIN).grow(9, "regel");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private List<Path> files(String end) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(end)).toList();
        }
    }

    @Test
    void the_last_checkpoint_of_each_log_is_found_again() throws IOException {
        try (WitnessFolder memory = WitnessFolder.open(folder)) {
            assertThat(memory.last(ORIGIN)).isEmpty();
            memory.remember(tree.note(4, LOG));
            memory.remember(tree.note(9, LOG));
            memory.remember(new ATree("../anders").grow(2, "x").note(2, ASigner.log("../anders", 2)));
        }
        try (WitnessFolder memory = WitnessFolder.open(folder)) {
            assertThat(memory.last(ORIGIN)).contains(tree.checkpoint(9));
            assertThat(memory.last("../anders").map(Checkpoint::size)).contains(2L);
        }
        assertThat(files(".controlepunt")).hasSize(2);
    }

    @Test
    void a_file_that_was_half_written_is_passed_over() throws IOException {
        try (WitnessFolder memory = WitnessFolder.open(folder)) {
            memory.remember(tree.note(4, LOG));
            Path file = files(".controlepunt").get(0);
            Files.writeString(Path.of(file + ".nieuw"), "schakel.exam");
            assertThat(memory.last(ORIGIN)).contains(tree.checkpoint(4));
            memory.remember(tree.note(9, LOG));
            assertThat(memory.last(ORIGIN)).contains(tree.checkpoint(9));
        }
    }

    @Test
    void damage_is_refused_and_never_taken_for_an_empty_memory() throws IOException {
        try (WitnessFolder memory = WitnessFolder.open(folder)) {
            memory.remember(tree.note(4, LOG));
            Path file = files(".controlepunt").get(0);
            String whole = Files.readString(file);
            for (String damaged : List.of("", "\n", whole.substring(5), whole.substring(0, 30), whole + "x")) {
                Files.writeString(file, damaged);
                assertThatThrownBy(() -> memory.last(ORIGIN)).isInstanceOf(EvidenceRejected.class);
            }
            Files.writeString(
                    file, new ATree("anders").grow(1, "x").note(1, LOG).value());
            assertThatThrownBy(() -> memory.last(ORIGIN)).isInstanceOf(EvidenceRejected.class);
        }
    }

    @Test
    void the_first_contradiction_is_kept() throws IOException {
        Note first = tree.branch(3).grow(6, "anders").note(9, LOG);
        try (WitnessFolder memory = WitnessFolder.open(folder)) {
            memory.keepContradiction(first);
            memory.keepContradiction(tree.note(9, LOG));
        }
        assertThat(Files.readString(files(".tegenspraak").get(0))).isEqualTo(first.value());
    }

    @Test
    void two_witnesses_never_have_one_folder() {
        try (WitnessFolder memory = WitnessFolder.open(folder)) {
            assertThatThrownBy(() -> WitnessFolder.open(folder)).isInstanceOf(EvidenceRejected.class);
            assertThat(memory.last(ORIGIN)).isEmpty();
        }
        WitnessFolder.open(folder).close();
    }
}
