package nl.schakel.delivery.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import nl.schakel.pupil.Pgn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberedKeysTest {
    private final NumberedKeys keys = new NumberedKeys();

    @Test
    void five_different_numbers_are_numbers_and_four_are_not() {
        for (int i = 0; i < KeyFiles.NUMBERS.size(); i++) {
            assertThat(keys.areNumbers()).as("after %d", i).isFalse();
            keys.add(KeyFiles.NUMBERS.get(i), 10 + i);
            keys.add(KeyFiles.NUMBERS.get(i), 20 + i);
        }
        assertThat(keys.areNumbers()).isTrue();
        assertThat(keys.line()).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567820", "0123456782", "12345678", "123.456.782", "１２３４５６７８２", "k", "", "000000000"})
    void what_does_not_hold_exactly_nine_digits_of_a_number_does_not_count_as_one(String key) {
        KeyFiles.NUMBERS.subList(0, 4).forEach(number -> keys.add(number, 1));
        keys.add(key, 2);
        assertThat(keys.areNumbers()).isFalse();
    }

    @Test
    void keys_of_nine_digits_drawn_by_chance_are_no_numbers() {
        long seed = 20261122;
        Random random = new Random(seed);
        for (int file = 0; file < 200; file++) {
            NumberedKeys drawn = new NumberedKeys();
            for (int i = 0; i < 200; i++) {
                drawn.add(String.format(Locale.ROOT, "%09d", random.nextInt(1_000_000_000)), i);
            }
            assertThat(drawn.areNumbers()).as("seed %d, file %d", seed, file).isFalse();
        }
    }

    @Test
    void numbers_are_found_among_as_many_others_less_one() {
        int numbers = 0;
        int others = 0;
        for (int i = 200_000_000; numbers < 50; i++) {
            String key = Integer.toString(i);
            if (Pgn.parse(key).isPresent()) {
                numbers++;
                keys.add(key, 1);
            } else if (others < 49) {
                others++;
                keys.add(key, 1);
            }
        }
        assertThat(keys.areNumbers()).isTrue();
        keys.add("200000001", 1);
        keys.add("900000001", 1);
        assertThat(keys.areNumbers()).as("half of a hundred, or less").isFalse();
    }
}
