package nl.schakel.pseudonym.rest;

import java.time.Instant;
import java.util.List;
import nl.schakel.audit.StaffId;
import nl.schakel.pseudonym.KeyId;
import nl.schakel.pseudonym.KeyStep;
import nl.schakel.pseudonym.KeyStep.Settled;
import org.jspecify.annotations.Nullable;

/**
 * A step of key care as it is told.
 *
 * @param staat {@code WACHT}, {@code BEVESTIGD}, {@code AFGEWEZEN} or {@code VERLOPEN}
 * @param wordt the keys that a change of keys puts in force
 * @param nietTeruggezien how many persons closing one may lose
 * @param eigen whether the caller proposed it
 */
public record KeyStepJson(
        String id,
        String houder,
        String handeling,
        List<Key> sleutels,
        boolean oefening,
        String staat,
        boolean eigen,
        String voorgesteld,
        String tot,
        @Nullable List<String> wordt,
        @Nullable LostJson nietTeruggezien,
        @Nullable String afgedaan) {
    /** A key of the step. */
    public record Key(String sleutel, @Nullable String controlewaarde) {}

    /** Several steps. */
    public record ListOf(List<KeyStepJson> sleutelhandelingen) {}

    static KeyStepJson of(KeyStep step, StaffId reader, Instant now) {
        List<Key> keys = step.keys().entrySet().stream()
                .map(key -> new Key(key.getKey().value(), key.getValue().isEmpty() ? null : key.getValue()))
                .toList();
        return new KeyStepJson(
                step.id().value().toString(),
                step.holder().code(),
                step.act().code(),
                keys,
                step.rehearsal(),
                state(step, now),
                step.proposer().equals(reader),
                step.proposed().toString(),
                step.until().toString(),
                becomes(step),
                step.terms().loses().map(LostJson::of).orElse(null),
                step.settled().map(settled -> settled.at().toString()).orElse(null));
    }

    private static @Nullable List<String> becomes(KeyStep step) {
        List<String> names = step.terms().becomes().stream().map(KeyId::value).toList();
        return names.isEmpty() ? null : names;
    }

    private static String state(KeyStep step, Instant now) {
        return step.settled()
                .map(Settled::confirmed)
                .map(confirmed -> confirmed ? "BEVESTIGD" : "AFGEWEZEN")
                .orElse(step.waits(now) ? "WACHT" : "VERLOPEN");
    }
}
