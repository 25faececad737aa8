package nl.schakel.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluatedNumberTest {
    private static final String Y = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private static final String Z = "BAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    @ParameterizedTest
    @ValueSource(strings = {Y, "2." + Y, "2." + Y + "+" + Z, "17." + Y + "+3." + Z, "999999." + Z})
    void is_read_as_written(String text) {
        assertThat(EvaluatedNumber.parse(text).map(EvaluatedNumber::text)).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "123456782",
                "1." + Y,
                "0." + Y,
                "02." + Y,
                "1000000." + Y,
                "2" + Y,
                "2.",
                Y + "+",
                "+" + Y,
                Y + "+" + Z,
                "2." + Y + "+2." + Z,
                "2." + Y + "+3." + Z,
                "3." + Y + "+2." + Z + "+" + Y,
                "2." + Y + " +" + Z,
                Y + "=",
                Y + "A",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA+A"
            })
    void any_other_text_is_none(String text) {
        assertThat(EvaluatedNumber.parse(text)).isEmpty();
    }

    @Test
    void each_value_is_known_by_its_version_alone() {
        EvaluatedNumber both = EvaluatedNumber.parse("2." + Y + "+" + Z).orElseThrow();
        assertThat(both.under(2).map(EvaluatedNumber::of).map(EvaluatedNumber::text))
                .contains(Y);
        assertThat(both.under(1).map(EvaluatedNumber::of).map(EvaluatedNumber::text))
                .contains(Z);
        assertThat(both.under(3)).isEqualTo(Optional.empty());
        assertThat(both)
                .isNotEqualTo(EvaluatedNumber.parse("2." + Y).orElseThrow())
                .isNotEqualTo(EvaluatedNumber.parse(Y).orElseThrow())
                .hasToString("EvaluatedNumber[hidden]");
    }
}
