package nl.schakel.delivery.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.schakel.platform.work.CommandFailed;
import nl.schakel.pseudonym.BlindClient;
import nl.schakel.pseudonym.Canaries;
import nl.schakel.pseudonym.EvaluatedNumber;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One version follows the other only where a person says so, and only from the key that was seen before. */
class PinnedCanariesTest {
    private static final List<Canaries> FIRST = List.of(canaries(1, 1));
    private static final List<Canaries> CHANGING = List.of(canaries(2, 2), canaries(1, 1));
    private static final List<Canaries> SECOND = List.of(canaries(2, 2));
    private static final String BOTH = key(2) + "," + key(1);

    @SuppressWarnings("NullAway.Init")
    @TempDir
    private Path folder;

    @Test
    void what_is_seen_first_is_expected_from_then_on() throws IOException {
        for (List<Canaries> first : List.of(FIRST, CHANGING, SECOND)) {
            Files.deleteIfExists(file());
            assertThat(agreed(first, first.equals(CHANGING) ? BOTH : null)).isEqualTo(first);
            String written = Files.readString(file());
            assertThat(written.lines()).hasSize(3 * first.size());
            assertThat(agreed(first, null)).isEqualTo(first);
            assertThat(file()).hasContent(written);
        }
    }

    @Test
    void a_file_that_was_typed_by_hand_is_read_whatever_its_line_ends_and_the_case_of_the_key() throws IOException {
        agreed(CHANGING, BOTH);
        String written = Files.readString(file());
        for (String typed : List.of(
                written.replace("\n", "\r\n"),
                written.strip(),
                "\n" + written.replace("\n", "  \n\n"),
                written.replace(key(2), key(2).toUpperCase(Locale.ROOT)))) {
            Files.writeString(file(), typed);
            assertThat(agreed(CHANGING, null)).isEqualTo(CHANGING);
            assertThat(agreed(SECOND, null)).as("closed").isEqualTo(SECOND);
        }
    }

    @Test
    void one_changed_character_of_an_outcome_is_another_key() throws IOException {
        agreed(FIRST, null);
        String written = Files.readString(file()).strip();
        char last = written.charAt(written.length() - 1);
        Files.writeString(file(), written.substring(0, written.length() - 1) + (last == 'A' ? 'E' : 'A'));
        refused(FIRST, null, BlindClient.Distrusted.class, "andere sleutel");
    }

    @Test
    void a_new_key_is_taken_after_a_person_said_which_and_until_the_next_change() throws IOException {
        agreed(FIRST, null);
        refused(CHANGING, null, BlindClient.NewKey.class, "--nieuwe-sleutel");
        assertThat(agreed(CHANGING, key(2).toUpperCase(Locale.ROOT))).isEqualTo(CHANGING);
        assertThat(agreed(CHANGING, null)).isEqualTo(CHANGING);
        assertThat(agreed(SECOND, null)).as("closed").isEqualTo(SECOND);
        refused(CHANGING, null, BlindClient.Distrusted.class, "andere sleutel");
        refused(FIRST, null, BlindClient.Distrusted.class, "andere sleutel");
        List<Canaries> again = List.of(canaries(3, 3), canaries(2, 2));
        refused(again, null, BlindClient.NewKey.class, "--nieuwe-sleutel");
        assertThat(agreed(again, key(3))).isEqualTo(again);
    }

    @Test
    void a_school_that_delivered_during_one_change_may_meet_the_next() throws IOException {
        agreed(CHANGING, BOTH);
        assertThat(agreed(List.of(canaries(3, 3), canaries(2, 2)), key(3))).hasSize(2);
    }

    @Test
    void another_key_than_the_one_heard_is_refused_whatever_was_seen() throws IOException {
        for (List<Canaries> published : List.of(FIRST, CHANGING, SECOND)) {
            Files.deleteIfExists(file());
            refused(published, key(9), BlindClient.Distrusted.class, "--nieuwe-sleutel");
            assertThat(file()).as("nothing is kept").doesNotExist();
            agreed(FIRST, null);
            refused(published, key(9), BlindClient.Distrusted.class, "--nieuwe-sleutel");
        }
        for (String part : List.of("", key(2).substring(0, 20), key(2) + " ")) {
            refused(CHANGING, part, BlindClient.Distrusted.class, "--nieuwe-sleutel");
        }
    }

    @Test
    void a_school_that_begins_during_a_change_says_both_keys_because_both_are_used() throws IOException {
        refused(CHANGING, null, BlindClient.NewKey.class, "NIEUWE,VORIGE");
        refused(CHANGING, key(2), BlindClient.NewKey.class, "NIEUWE,VORIGE");
        for (String wrong : List.of(
                key(2) + "," + key(9),
                key(9) + "," + key(1),
                key(1) + "," + key(2),
                key(2) + ",",
                "," + key(1),
                key(2) + ", " + key(1),
                BOTH + "," + key(1))) {
            refused(CHANGING, wrong, BlindClient.Distrusted.class, "--nieuwe-sleutel");
        }
        refused(SECOND, BOTH, BlindClient.Distrusted.class, "--nieuwe-sleutel");
        assertThat(file()).as("nothing is kept").doesNotExist();
        assertThat(agreed(CHANGING, BOTH.toUpperCase(Locale.ROOT))).isEqualTo(CHANGING);
        assertThat(agreed(CHANGING, null)).isEqualTo(CHANGING);
    }

    static Stream<List<Canaries>> foreign() {
        return Stream.of(
                SECOND,
                List.of(canaries(1, 9)),
                List.of(canaries(2, 1)),
                List.of(new Canaries(1, key(1), canaries(1, 9).outputs())),
                List.of(canaries(2, 2), canaries(1, 9)),
                List.of(canaries(2, 2), new Canaries(1, key(1), canaries(1, 9).outputs())),
                List.of(canaries(3, 3), canaries(2, 2)),
                List.of(canaries(2, 2), new Canaries(1, key(9), canaries(1, 1).outputs())));
    }

    /** Also where somebody was made to confirm it. */
    @ParameterizedTest
    @MethodSource("foreign")
    void a_key_that_does_not_follow_the_one_seen_is_refused_and_what_was_seen_stays(List<Canaries> published)
            throws IOException {
        agreed(FIRST, null);
        String seen = Files.readString(file());
        refused(published, null, BlindClient.Distrusted.class, "andere sleutel");
        refused(published, published.get(0).publicKey(), BlindClient.Distrusted.class, "andere sleutel");
        assertThat(file()).hasContent(seen);
    }

    @Test
    void an_earlier_key_that_appears_beside_the_one_seen_is_refused() throws IOException {
        agreed(SECOND, null);
        refused(CHANGING, null, BlindClient.Distrusted.class, "andere sleutel");
        refused(CHANGING, key(2), BlindClient.Distrusted.class, "andere sleutel");
    }

    private void refused(
            List<Canaries> published, @Nullable String heard, Class<? extends CommandFailed> type, String part) {
        assertThatThrownBy(() -> agreed(published, heard))
                .isExactlyInstanceOf(type)
                .hasMessageContaining(part)
                .hasMessageContaining("niets verstuurd")
                .hasMessageNotContaining(published.get(0).publicKey());
    }

    private List<Canaries> agreed(List<Canaries> published, @Nullable String heard) throws IOException {
        return new PinnedCanaries(file(), heard).agreed(published);
    }

    private Path file() {
        return folder.resolve("kanaries.txt");
    }

    private static Canaries canaries(int version, int content) {
        byte[] output = new byte[EvaluatedNumber.LENGTH];
        Arrays.fill(output, (byte) content);
        EvaluatedNumber y = EvaluatedNumber.of(output).ofVersion(version);
        return new Canaries(version, key(content), List.of(y, y));
    }

    private static String key(int content) {
        return "02" + "abcdef".repeat(10) + "000" + content;
    }
}
