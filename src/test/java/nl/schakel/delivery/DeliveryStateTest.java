package nl.schakel.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryStateTest {
    @ParameterizedTest
    @CsvSource({
        "CHECKED, ''",
        "RECEIVED, APPROVED WITHDRAWN",
        "APPROVED, LINKED WITHDRAWN",
        "LINKED, LINKED WITHDRAWN",
        "WITHDRAWN, ''",
        "REJECTED, ''"
    })
    void goes_only_where_the_table_says(DeliveryState from, String to) {
        String next = Arrays.stream(DeliveryState.values())
                .filter(from::mayBecome)
                .map(Enum::name)
                .collect(Collectors.joining(" "));
        assertThat(next).isEqualTo(to);
    }

    @Test
    void the_table_names_every_state() {
        assertThat(DeliveryState.transitions()).containsOnlyKeys(DeliveryState.values());
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 0, 0, 0, 0", "0, 1, 0, 0, 0, 0", "3, 1, 1, 1, 1, 0", "1, 2, -1, 0, 0, 0", "0, 0, 0, 1, 0, -1"})
    void a_sum_that_does_not_close_is_no_tally(
            long in, long ok, long refused, long known, long objection, long consent) {
        assertThatThrownBy(() -> new Tally(in, ok, refused, known, objection, consent))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short",
                "with space",
                "slash/slash",
                "ünïcode1",
                "\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668"
            })
    void such_a_text_is_no_idempotency_key(String text) {
        assertThat(IdempotencyKey.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "x",
                "00000000-0000-0000-0000-00000000000",
                "1-1-1-1-1",
                "00000000-0000-0000-0000-00000000000A"
            })
    void such_a_text_is_no_delivery(String text) {
        assertThat(DeliveryId.parse(text)).isEmpty();
    }
}
