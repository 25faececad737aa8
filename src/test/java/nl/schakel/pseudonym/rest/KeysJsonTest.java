package nl.schakel.pseudonym.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import nl.schakel.audit.StaffId;
import nl.schakel.pseudonym.Holder;
import nl.schakel.pseudonym.KeyAct;
import nl.schakel.pseudonym.KeyChanges.Unseen;
import nl.schakel.pseudonym.KeyId;
import nl.schakel.pseudonym.KeySeries;
import nl.schakel.pseudonym.KeyStep;
import nl.schakel.pseudonym.KeyStepId;
import nl.schakel.pseudonym.OpenChange;
import nl.schakel.pseudonym.SeeKeys;
import nl.schakel.pseudonym.SeriesInForce;
import nl.schakel.pseudonym.StepTerms;
import org.junit.jupiter.api.Test;

class KeysJsonTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final KeySeries FIRST = new KeySeries(1, 1, 1, 3);
    private static final KeySeries SECOND = new KeySeries(2, 2, 4, 4);

    @Test
    void the_series_in_force_is_told_and_nothing_of_a_change_that_is_not_there() {
        KeysJson json = KeysJson.of(view(new SeriesInForce(FIRST, Optional.empty()), Optional.empty()));
        assertThat(json.reeks()).isEqualTo(new KeysJson.Series(1, 1, 1, 3));
        assertThat(json.wissel()).isNull();
        assertThat(json.nietTeruggezien()).isNull();
    }

    @Test
    void an_open_change_is_told_with_the_earlier_series_and_the_step_that_opened_it() {
        UUID id = UUID.randomUUID();
        KeyStep step = new KeyStep(
                new KeyStepId(id),
                Holder.B,
                KeyAct.OPEN,
                new TreeMap<>(Map.of(new KeyId("link/4"), "")),
                false,
                new StaffId(UUID.randomUUID()),
                NOW.minusSeconds(60),
                StepTerms.NONE,
                Optional.of(new KeyStep.Settled(new StaffId(UUID.randomUUID()), NOW, true)));
        SeriesInForce series = new SeriesInForce(SECOND, Optional.of(FIRST));
        KeysJson json = KeysJson.of(view(series, Optional.of(new OpenChange(NOW, Optional.of(step)))));
        assertThat(json.reeks()).isEqualTo(new KeysJson.Series(2, 2, 4, 4));
        assertThat(json.wissel())
                .isEqualTo(new KeysJson.Change(
                        "2026-11-22T10:00:00Z",
                        new KeysJson.Series(1, 1, 1, 3),
                        new KeysJson.Decision(id.toString(), "2026-11-22T09:59:00Z", "2026-11-22T10:00:00Z")));
        assertThat(json.nietTeruggezien()).isEqualTo(new KeysJson.Unseen(12, 3, 4, 34, 56));
        assertThat(KeysJson.of(view(series, Optional.of(new OpenChange(NOW, Optional.empty()))))
                        .wissel())
                .isEqualTo(new KeysJson.Change("2026-11-22T10:00:00Z", new KeysJson.Series(1, 1, 1, 3), null));
    }

    private static SeeKeys.View view(SeriesInForce series, Optional<OpenChange> change) {
        return new SeeKeys.View(
                List.of(),
                List.of(),
                Optional.empty(),
                series,
                change,
                change.map(open -> new Unseen(12, 3, 4, 34, 56)),
                NOW);
    }
}
