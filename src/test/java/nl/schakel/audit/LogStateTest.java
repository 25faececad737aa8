package nl.schakel.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogStateTest {
    private static final Instant NOW = Instant.parse("2026-09-01T10:00:00Z");

    @ParameterizedTest(name = "unnumbered for {0} s, unsigned for {1} s")
    @CsvSource({
        ", , false, false",
        "1, 1, false, false",
        "60, 60, false, false",
        "61, 61, true, false",
        ", 180, false, false",
        ", 181, true, false",
        ", 600, true, false",
        ", 601, true, true",
        "601, 601, true, true"
    })
    void it_alarms_after_a_minute_without_number_or_three_without_signature_and_blocks_after_ten(
            Long unnumbered, Long unsigned, boolean alarms, boolean blocks) {
        LogState state = new LogState(5, 1, since(unnumbered), since(unsigned), Optional.empty());
        assertThat(state.isAlarming(NOW)).isEqualTo(alarms);
        assertThat(state.isBlocking(NOW)).isEqualTo(blocks);
    }

    private static Optional<Instant> since(Long seconds) {
        return Optional.ofNullable(seconds).map(NOW::minusSeconds);
    }
}
