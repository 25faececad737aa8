package nl.schakel.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TestNumbersTest {
    private static final int MANY = 60_000;

    @Test
    void each_citizen_number_passes_the_11_test_and_is_given_once() {
        TestNumbers numbers = new TestNumbers(7);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < MANY; i++) {
            String number = numbers.nextCitizen();
            assertThat(ElevenTest.passes(number)).as(number).isTrue();
            assertThat(number).startsWith("999").hasSize(9);
            assertThat(seen.add(number)).as(number).isTrue();
        }
    }

    @Test
    void the_usual_test_range_is_used_up_first() {
        TestNumbers numbers = new TestNumbers(7);
        for (int i = 0; i < 9_000; i++) {
            assertThat(numbers.nextCitizen()).startsWith("9999");
        }
    }

    @Test
    void education_numbers_start_with_10_and_are_given_once() {
        TestNumbers numbers = new TestNumbers(-3);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < MANY; i++) {
            String number = numbers.nextEducation();
            assertThat(number).startsWith("10").hasSize(9);
            assertThat(ElevenTest.passes(number)).as(number).isTrue();
            assertThat(seen.add(number)).as(number).isTrue();
        }
    }

    @Test
    void rins_have_nine_digits_and_are_given_once() {
        TestNumbers numbers = new TestNumbers(1);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < MANY; i++) {
            String rin = numbers.nextRin();
            assertThat(rin).hasSize(9);
            assertThat(seen.add(rin)).as(rin).isTrue();
        }
    }

    @Test
    void other_seeds_give_another_order() {
        assertThat(new TestNumbers(1).nextCitizen()).isNotEqualTo(new TestNumbers(2).nextCitizen());
    }
}
