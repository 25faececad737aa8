package nl.schakel.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import nl.schakel.pseudonym.Token;
import org.junit.jupiter.api.Test;

class PupilNumbersTest {
    private static final long SEED = 20261122;

    @Test
    void every_pupil_has_one_number_and_its_token_back_with_the_earlier_one_also_after_growing() {
        for (boolean changing : new boolean[] {false, true}) {
            Random random = new Random(SEED);
            PupilNumbers numbers = new PupilNumbers();
            List<Token> met = new ArrayList<>();
            for (int i = 0; i < 9_000; i++) {
                int pupil = random.nextInt(3) == 0 && !met.isEmpty() ? random.nextInt(met.size()) : met.size();
                if (pupil == met.size()) {
                    met.add(changing ? token(random).foundBy(token(random)) : token(random));
                }
                assertThat(numbers.numberOf(met.get(pupil))).as("seed %d", SEED).isEqualTo(pupil);
            }
            assertThat(numbers.size()).isEqualTo(met.size());
            for (int pupil = 0; pupil < met.size(); pupil++) {
                assertThat(numbers.token(pupil)).isEqualTo(met.get(pupil));
                assertThat(numbers.token(pupil).earlier())
                        .isEqualTo(met.get(pupil).earlier());
            }
        }
    }

    @Test
    void a_pupil_is_known_by_its_present_token_whatever_the_earlier_one_is() {
        Random random = new Random(SEED);
        PupilNumbers numbers = new PupilNumbers();
        Token one = token(random);
        Token other = token(random);
        Token earlier = token(random);
        Set<Integer> given = new HashSet<>();
        given.add(numbers.numberOf(one.foundBy(earlier)));
        given.add(numbers.numberOf(other.foundBy(earlier)));
        assertThat(given).containsExactlyInAnyOrder(0, 1);
        assertThat(numbers.token(1).earlier()).isEqualTo(Optional.of(earlier));
    }

    private static Token token(Random random) {
        byte[] bytes = new byte[Token.LENGTH];
        random.nextBytes(bytes);
        return Token.of(bytes);
    }
}
