package nl.schakel.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import nl.schakel.platform.secret.KeysUnavailable.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeysUnavailableTest {
    @ParameterizedTest
    @CsvSource({
        "EXAMPLE_KEY, voorbeeldsleutel",
        "OTHER_KEY, andere sleutel",
        "KEY_EXTRACTABLE, hardwaretoken",
        "NOT_OPENED, andere wachtzin",
        "FAULTY, uitkomsten"
    })
    void each_reason_is_told_by_what_it_is(Reason reason, String words) {
        assertThat(new KeysUnavailable(reason, "link/1 in b.bcfks").told()).contains(words, "link/1 in b.bcfks");
    }

    @Test
    void no_two_reasons_are_told_alike() {
        assertThat(Arrays.stream(Reason.values()).map(reason -> new KeysUnavailable(reason, "x").told()))
                .hasSameSizeAs(Reason.values())
                .doesNotHaveDuplicates();
    }
}
