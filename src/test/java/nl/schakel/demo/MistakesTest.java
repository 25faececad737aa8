package nl.schakel.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class MistakesTest {
    @Test
    void a_mistyped_number_is_never_a_valid_one() {
        TestNumbers numbers = new TestNumbers(5);
        Dice dice = Dice.of(5);
        for (int i = 0; i < 5_000; i++) {
            String right = i % 2 == 0 ? numbers.nextCitizen() : numbers.nextEducation();
            String wrong = Mistakes.number(right, dice);
            assertThat(wrong).hasSize(9).isNotEqualTo(right);
            assertThat(ElevenTest.passes(wrong)).as("%s for %s", wrong, right).isFalse();
        }
    }

    @Test
    void a_wrong_birth_date_differs_and_stays_near() {
        Dice dice = Dice.of(11);
        LocalDate day = LocalDate.of(2010, 1, 1);
        for (int i = 0; i < 2_000; i++) {
            LocalDate right = day.plusDays(i);
            LocalDate wrong = Mistakes.birthDate(right, dice);
            assertThat(wrong).isNotEqualTo(right).isBetween(right.minusYears(1), right.plusYears(1));
        }
    }

    @Test
    void a_mangled_name_loses_its_accents_and_no_plain_letter() {
        Dice dice = Dice.of(3);
        for (int i = 0; i < 200; i++) {
            assertThat(Mistakes.name("Öztürk", dice))
                    .contains("zt")
                    .contains("rk")
                    .isNotEqualTo("Öztürk");
        }
    }
}
