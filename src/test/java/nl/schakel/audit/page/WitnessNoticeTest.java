package nl.schakel.audit.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.schakel.audit.EvidenceRejected;
import nl.schakel.audit.WitnessContact;
import nl.schakel.audit.WitnessContact.Outcome;
import nl.schakel.audit.WitnessState;
import nl.schakel.audit.WitnessWatch;
import nl.schakel.platform.web.AVisitor;
import nl.schakel.platform.web.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WitnessNoticeTest {
    private static final Instant NOW = Instant.parse("2026-09-01T10:00:00Z");

    private static final Visitor COLLEAGUE = AVisitor.ofSchool("99AA");

    private static Optional<String> said(WitnessWatch watch, Visitor visitor) {
        return new WitnessNotice(watch, Clock.fixed(NOW, ZoneOffset.UTC)).key(visitor);
    }

    private static WitnessState state(long size, int secondsLacking, Outcome outcome) {
        Optional<Instant> since =
                secondsLacking == 0 ? Optional.empty() : Optional.of(NOW.minusSeconds(secondsLacking));
        return new WitnessState(true, size, since, List.of(new WitnessContact("w+00000000", 1, outcome, NOW, NOW)));
    }

    @ParameterizedTest
    @CsvSource({
        "7, 0, SIGNED, ''",
        "7, 179, AWAY, ''",
        "7, 181, AWAY, audit.melding.getuige-weg",
        "0, 1, REFUSED, audit.melding.getuige-weg",
        "7, 0, ROLLED_BACK, audit.melding.weersproken",
        "7, 900, CONTRADICTED, audit.melding.weersproken"
    })
    void everybody_who_is_signed_in_hears_how_the_log_is_witnessed(
            long size, int secondsLacking, Outcome outcome, String key) {
        assertThat(said(() -> state(size, secondsLacking, outcome), COLLEAGUE).orElse(""))
                .isEqualTo(key);
    }

    @Test
    void without_witnesses_that_is_said_and_a_guest_hears_nothing() {
        assertThat(said(WitnessState::unasked, COLLEAGUE)).contains("audit.melding.ongetuigd");
        assertThat(said(
                        WitnessState::unasked,
                        new AVisitor(Optional.empty(), Set.of(), Optional.empty(), Optional.empty())))
                .isEmpty();
    }

    @Test
    void a_policy_that_cannot_be_read_is_no_witness() {
        assertThat(said(
                        () -> {
                            throw new EvidenceRejected("regel 1");
                        },
                        COLLEAGUE))
                .contains("audit.melding.getuige-weg");
    }
}
