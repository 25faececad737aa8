package nl.schakel.delivery.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.schakel.delivery.NumberChange;
import org.jspecify.annotations.Nullable;

/** A number change as the API shows it: when, and nothing of the pupil. */
public record NumberChangeJson(
        String id,
        LocalDate datum,
        String vastgelegdOp,
        @Nullable String teruggedraaidOp,
        @Nullable String definitiefSinds) {
    static NumberChangeJson of(NumberChange change) {
        return new NumberChangeJson(
                change.id().toString(),
                change.day(),
                change.recorded().toString(),
                change.undone().map(Instant::toString).orElse(null),
                change.settled().map(Instant::toString).orElse(null));
    }

    /** A list with its length. */
    public record ListOf(int aantal, List<NumberChangeJson> nummerwijzigingen) {
        static ListOf all(List<NumberChange> changes) {
            return new ListOf(
                    changes.size(), changes.stream().map(NumberChangeJson::of).toList());
        }
    }
}
