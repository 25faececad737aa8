package nl.schakel.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyStateTest {
    @ParameterizedTest
    @CsvSource({
        "PRE_ACTIVE, ACTIVE COMPROMISED DESTROYED",
        "ACTIVE, SUSPENDED DEACTIVATED COMPROMISED",
        "SUSPENDED, ACTIVE DEACTIVATED COMPROMISED",
        "DEACTIVATED, COMPROMISED DESTROYED",
        "COMPROMISED, DESTROYED",
        "DESTROYED, ''"
    })
    void only_the_ways_of_the_standard_lead_from_state_to_state(KeyState state, String next) {
        assertThat(state.next())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(next.split(" "))
                        .filter(name -> !name.isEmpty())
                        .map(KeyState::valueOf)
                        .toList());
    }

    @Test
    void nothing_comes_back_from_destruction_or_from_a_leak() {
        for (KeyState state : KeyState.values()) {
            assertThat(state.next()).doesNotContain(KeyState.PRE_ACTIVE, state);
        }
        assertThat(KeyState.COMPROMISED.next()).doesNotContain(KeyState.ACTIVE);
    }

    @ParameterizedTest
    @CsvSource({
        "oprf, A, oprf, 1",
        "oprf/2, A, oprf, 2",
        "token, A, token, 1",
        "link/1, B, link, 1",
        "link/12, B, link, 12",
        "research/1, B, research, 1",
        "subject/2026, LOG, subject, 2026",
        "staff/2027, LOG, staff, 2027",
        "checkpoint, LOG, checkpoint, 1",
        "checkpoint-ml-dsa-44, LOG, checkpoint-ml-dsa-44, 1",
        "manifest, LOG, manifest, 1"
    })
    void a_name_tells_holder_family_and_number(String name, Holder holder, String family, int number) {
        KeyId id = KeyId.parse(name).orElseThrow();
        assertThat(id.holder()).isEqualTo(holder);
        assertThat(id.family()).isEqualTo(family);
        assertThat(id.number()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "link",
                "link/",
                "link/0",
                "link/01",
                "link/-1",
                "link/1/1",
                "link/1234567",
                "Link/1",
                "checkpoint/2",
                "checkpoint-ml-dsa-44/2",
                "checkpoint-ml-dsa-65",
                "manifest/1",
                "subject",
                "kek/1",
                "link/１",
                " oprf",
                "oprf\n"
            })
    void what_is_no_name_of_a_key_is_refused(String name) {
        assertThat(KeyId.parse(name)).isEmpty();
        assertThatThrownBy(() -> new KeyId(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void generations_are_sorted_by_number() {
        assertThat(new KeyId("link/10")).isGreaterThan(new KeyId("link/9"));
        assertThat(new KeyId("link/1")).isGreaterThan(new KeyId("token"));
    }
}
