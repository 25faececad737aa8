package nl.schakel.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import nl.schakel.pseudonym.Token;
import org.junit.jupiter.api.Test;

class ResultKeysTest {
    @Test
    void answers_as_a_set_of_lists_does() {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            ResultKeys keys = new ResultKeys();
            Set<List<Integer>> model = new HashSet<>();
            for (int i = 0; i < 20_000; i++) {
                int pupil = random.nextInt(200);
                int test = random.nextInt(9);
                int day = 18_000 + random.nextInt(30);
                assertThat(keys.add(pupil, test, day))
                        .as("seed %s, row %s", seed, i)
                        .isEqualTo(model.add(List.of(pupil, test, day)));
            }
        }
    }

    @Test
    void distinguishes_the_largest_values() {
        ResultKeys keys = new ResultKeys();
        int most = (1 << 23) - 1;
        assertThat(keys.add(most, most, -1)).isTrue();
        assertThat(keys.add(most, most, 0)).isTrue();
        assertThat(keys.add(most, most - 1, -1)).isTrue();
        assertThat(keys.add(most, most, -1)).isFalse();
    }

    @Test
    void refuses_more_than_a_file_may_hold() {
        ResultKeys keys = new ResultKeys();
        assertThatThrownBy(() -> keys.add(1 << 23, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> keys.add(0, 1 << 23, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> keys.add(-1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pupils_are_numbered_in_the_order_in_which_they_are_met() {
        Random random = new Random(7);
        PupilNumbers numbers = new PupilNumbers();
        Map<Integer, Token> met = new HashMap<>();
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = new byte[Token.LENGTH];
            random.nextBytes(bytes);
            Token token = Token.of(bytes);
            assertThat(numbers.numberOf(token)).isEqualTo(i);
            met.put(i, token);
        }
        met.forEach((number, token) -> {
            assertThat(numbers.numberOf(token)).isEqualTo(number);
            assertThat(numbers.token(number)).isEqualTo(token);
        });
        assertThat(numbers.size()).isEqualTo(5_000);
    }
}
