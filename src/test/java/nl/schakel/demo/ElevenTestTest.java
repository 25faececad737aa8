package nl.schakel.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElevenTestTest {
    @ParameterizedTest
    @ValueSource(strings = {"111222333", "123456782", "063138219", "269326728", "999990019", "999999990", "101222331"})
    void published_numbers_pass(String number) {
        assertThat(ElevenTest.passes(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "111252333",
                "123456789",
                "133456785",
                "000000000",
                "211222337",
                "100252334",
                "999990018",
                "101222332"
            })
    void other_numbers_do_not(String number) {
        assertThat(ElevenTest.passes(number)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"11122233,0,3", "12345678,0,2", "6313821,0,9", "10122233,5,1", "99999999,0,0"})
    void the_check_digit_is_the_one_that_gives_the_remainder(int firstEight, int remainder, int digit) {
        assertThat(ElevenTest.checkDigit(firstEight, remainder)).isEqualTo(digit);
    }
}
