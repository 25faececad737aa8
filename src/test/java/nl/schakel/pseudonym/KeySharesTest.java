package nl.schakel.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeySharesTest {
    private static final String SET = "3f2a91c07d5e88aa";
    private static final String TYPED = "abcdefghijklmnopqrstuvwxyz0123456789/,#=- ";
    private static final int LINES = 11;

    private final SecretSharing sharing =
            ServiceLoader.load(SecretSharing.class).findFirst().orElseThrow();
    private final KeyShares shares = new KeyShares(sharing);
    private final byte[] unlock = random(1);

    @Test
    void every_pair_of_three_gives_the_unlock_key() {
        List<KeyShare> three = shares.split(unlock, label(3, 2));
        for (int[] pair : new int[][] {{0, 1}, {0, 2}, {1, 2}, {2, 0}}) {
            assertThat(shares.combine(named(three.get(pair[0]), three.get(pair[1])), SET)
                            .values())
                    .containsExactly(unlock);
        }
        assertThat(shares.combine(named(three.get(0), three.get(1), three.get(2)), SET)
                        .values())
                .hasSize(3)
                .allMatch(key -> Arrays.equals(key, unlock));
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "3, 2", "3, 3", "4, 2", "4, 3", "5, 3", "5, 5", "5, 2"})
    void every_choice_of_as_many_as_are_needed_gives_the_unlock_key(int made, int needed) {
        List<KeyShare> all = shares.split(unlock, label(made, needed));
        assertThat(shares.combine(named(all.toArray(KeyShare[]::new)), SET).values())
                .isNotEmpty()
                .allMatch(key -> Arrays.equals(key, unlock));
    }

    /** With one share, each unlock key fits exactly one value of another share: the share excludes none. */
    @Test
    void one_share_gives_nothing() {
        byte[] first = sharing.split(unlock, 2, 3).get(0);
        assertThat(first).isNotEqualTo(unlock);
        Random random = new Random(5);
        boolean[] seen = new boolean[256];
        byte[] other = new byte[KeyShare.LENGTH];
        for (int value = 0; value < 256; value++) {
            random.nextBytes(other);
            other[0] = (byte) value;
            seen[sharing.combine(Map.of(1, first, 2, other))[0] & 0xff] = true;
        }
        for (boolean possible : seen) {
            assertThat(possible).isTrue();
        }
    }

    @Test
    void splitting_twice_gives_unrelated_shares() {
        assertThat(sharing.split(unlock, 2, 3).get(0))
                .isNotEqualTo(sharing.split(unlock, 2, 3).get(0));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 1", "2, 3", "6, 2", "9, 5", "3, 0"})
    void no_other_numbers_of_shares_are_made(int made, int needed) {
        assertThatThrownBy(() -> shares.split(unlock, label(made, needed))).isInstanceOf(CeremonyFailed.class);
    }

    @Test
    void a_printed_share_is_read_back() {
        for (long seed = 0; seed < 200; seed++) {
            byte[] bytes = random(seed);
            KeyShare read = KeyShareText.parse("deel", KeyShareText.print(new KeyShare(label(3, 2), bytes)));
            assertThat(read.bytes()).as("seed " + seed).isEqualTo(bytes);
            assertThat(read.label()).isEqualTo(label(3, 2));
        }
    }

    @Test
    void capitals_spaces_empty_lines_and_remarks_do_not_matter() {
        String text = "# voor Jan\n\n" + printed(1).toUpperCase(Locale.ROOT).replace("  ", " \t ");
        assertThat(KeyShareText.parse("deel", text).bytes()).isEqualTo(share(1).bytes());
    }

    @Test
    void every_wrong_character_at_every_place_is_found_and_its_line_named() {
        String text = printed(1);
        int tried = 0;
        for (int i = 0; i < text.length(); i++) {
            int line = 1
                    + (int) text.substring(0, i).chars().filter(c -> c == '\n').count();
            for (int typed = 0; typed < TYPED.length(); typed++) {
                char wrong = TYPED.charAt(typed);
                String damaged = text.substring(0, i) + wrong + text.substring(i + 1);
                if (text.charAt(i) == '\n' || normal(damaged).equals(normal(text))) {
                    continue;
                }
                tried++;
                assertThatThrownBy(() -> KeyShareText.parse("jan.txt", damaged))
                        .as("character %d becomes '%s'", i, wrong)
                        .isInstanceOf(CeremonyFailed.class)
                        .hasMessageStartingWith("deel jan.txt, regel " + line + ":");
            }
        }
        assertThat(tried).isGreaterThan(20_000);
    }

    @Test
    void missing_doubled_swapped_and_foreign_lines_are_found() {
        List<String> lines = printed(1).lines().toList();
        List<String> other = printed(2).lines().toList();
        assertThat(lines).hasSize(LINES);
        for (int i = 0; i < LINES; i++) {
            List<String> missing = new ArrayList<>(lines);
            missing.remove(i);
            List<String> doubled = new ArrayList<>(lines);
            doubled.add(i, lines.get(i));
            List<String> swapped = new ArrayList<>(lines);
            swapped.set(i, lines.get((i + 1) % LINES));
            swapped.set((i + 1) % LINES, lines.get(i));
            List<List<String>> wrong = new ArrayList<>(List.of(missing, doubled, swapped));
            if (!lines.get(i).equals(other.get(i))) {
                List<String> foreign = new ArrayList<>(lines);
                foreign.set(i, other.get(i));
                wrong.add(foreign);
            }
            for (List<String> text : wrong) {
                assertThatThrownBy(() -> KeyShareText.parse("jan.txt", String.join("\n", text)))
                        .isInstanceOf(CeremonyFailed.class)
                        .hasMessageStartingWith("deel jan.txt, regel ");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"''", "#", "hallo", "'\u0000'"})
    void what_is_no_share_is_refused(String text) {
        assertThatThrownBy(() -> KeyShareText.parse("jan.txt", text))
                .isInstanceOf(CeremonyFailed.class)
                .hasMessageStartingWith("deel jan.txt, regel 1:");
    }

    @Test
    void too_few_doubled_and_foreign_shares_are_named() {
        List<KeyShare> three = shares.split(unlock, label(3, 2));
        assertThatThrownBy(() -> shares.combine(named(three.get(0)), SET)).hasMessageContaining("2 delen nodig");
        assertThatThrownBy(() -> shares.combine(new TreeMap<>(), SET)).hasMessageContaining("delen nodig");
        assertThatThrownBy(() -> shares.combine(named(three.get(1), three.get(1)), SET))
                .hasMessageContaining("deel-1")
                .hasMessageContaining("allebei nummer 2");
        assertThatThrownBy(() -> shares.combine(named(three.get(0), three.get(1)), "0000000000000000"))
                .hasMessageContaining("deel deel-0 hoort bij reservekopie " + SET);
        KeyShare elsewhere = shares.split(unlock, label(4, 2)).get(3);
        assertThatThrownBy(() -> shares.combine(named(three.get(0), elsewhere), SET))
                .hasMessageContaining("deel deel-1 komt uit een andere verdeling");
    }

    @Test
    void a_share_cannot_be_printed_by_accident() {
        assertThat(share(1)).hasToString("KeyShare[hidden]");
    }

    private static String normal(String text) {
        StringBuilder normal = new StringBuilder();
        text.lines()
                .map(line -> line.strip().replaceAll("\\s+", " "))
                .filter(line -> !line.isEmpty())
                .forEach(line -> normal.append(line).append('\n'));
        return normal.toString();
    }

    private static SortedMap<String, KeyShare> named(KeyShare... all) {
        SortedMap<String, KeyShare> named = new TreeMap<>();
        for (int i = 0; i < all.length; i++) {
            named.put("deel-" + i, all[i]);
        }
        return named;
    }

    private static KeyShare share(long seed) {
        return new KeyShare(label(3, 2), random(seed));
    }

    private static String printed(long seed) {
        return KeyShareText.print(share(seed));
    }

    private static KeyShare.Label label(int made, int needed) {
        SortedMap<KeyId, String> checkValues = new TreeMap<>(
                Map.of(new KeyId("link/1"), "00b1653960203965", new KeyId("research/1"), "10b1653960203965"));
        return new KeyShare.Label(Holder.B, SET, 1, made, needed, checkValues);
    }

    private static byte[] random(long seed) {
        byte[] bytes = new byte[KeyShare.LENGTH];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
