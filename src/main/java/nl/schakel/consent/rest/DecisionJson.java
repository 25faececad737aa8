package nl.schakel.consent.rest;

import java.time.LocalDate;
import java.util.List;
import nl.schakel.consent.Decision;
import nl.schakel.school.SchoolYear;
import org.jspecify.annotations.Nullable;

/** A consent decision as the API shows it: who decided what and when, and nothing of the pupil. */
public record DecisionJson(
        String id,
        String besluit,
        String gever,
        String doel,
        String instrument,
        String tekstversie,
        String bewijs,
        LocalDate gegevenOp,
        String vastgelegdOp,
        @Nullable LocalDate geldigTot) {
    static DecisionJson of(Decision decision) {
        return new DecisionJson(
                decision.id().value().toString(),
                decision.choice().word(),
                decision.giver().word(),
                decision.purpose().code(),
                decision.instrument().code(),
                decision.text().value(),
                decision.evidence().word(),
                SchoolYear.dayOf(decision.given()),
                decision.recorded().toString(),
                decision.ends().map(end -> SchoolYear.dayOf(end).minusDays(1)).orElse(null));
    }

    /** A list with its length. */
    public record ListOf(int aantal, List<DecisionJson> toestemmingen) {
        static ListOf all(List<Decision> decisions) {
            return new ListOf(
                    decisions.size(), decisions.stream().map(DecisionJson::of).toList());
        }
    }
}
