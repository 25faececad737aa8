package nl.schakel.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {
    private static final long SEED = 8785;

    @Test
    void agrees_with_an_independent_implementation_on_random_objects() throws IOException {
        Random random = new Random(SEED);
        for (int i = 0; i < 2_000; i++) {
            SortedMap<String, @Nullable Object> members = new TreeMap<>();
            for (int m = random.nextInt(6); m > 0; m--) {
                members.put(text(random), value(random));
            }
            String ours = CanonicalJson.of(members);
            assertThat(new JsonCanonicalizer(ours).getEncodedString())
                    .as("seed %d, object %d", SEED, i)
                    .isEqualTo(ours);
        }
    }

    private static @Nullable Object value(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextLong() >> 11;
            case 1 -> random.nextBoolean();
            case 2 -> null;
            default -> text(random);
        };
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(12); length > 0; length--) {
            int point = random.nextInt(3) == 0 ? random.nextInt(0x110000) : random.nextInt(0x80);
            if (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) {
                text.appendCodePoint(point);
            }
        }
        return text.toString();
    }

    @Test
    void names_are_ordered_by_utf_16_and_escapes_are_the_shortest() {
        SortedMap<String, @Nullable Object> members = new TreeMap<>();
        members.put("\ufb33", "\u0000\u001f\u007f\u2028/");
        members.put("\ud83d\ude00", "\b\t\n\f\r\"\\");
        assertThat(CanonicalJson.of(members))
                .isEqualTo("{\"\ud83d\ude00\":\"\\b\\t\\n\\f\\r\\\"\\\\\",\"\ufb33\":"
                        + "\"\\u0000\\u001f\u007f\u2028/\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83d", "a\ude00", "\ude00\ud83d", "\ud83d\ud83d\ude00", "\ud83dx"})
    void half_a_surrogate_pair_is_refused(String text) {
        SortedMap<String, @Nullable Object> members = new TreeMap<>();
        members.put("a", text);
        assertThatThrownBy(() -> CanonicalJson.of(members)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void fractions_are_refused() {
        SortedMap<String, @Nullable Object> members = new TreeMap<>();
        members.put("a", 0.5);
        assertThatThrownBy(() -> CanonicalJson.of(members)).isInstanceOf(IllegalArgumentException.class);
    }
}
