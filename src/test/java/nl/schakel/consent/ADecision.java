package nl.schakel.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.schakel.school.Brin;
import nl.schakel.school.SchoolYear;

/** Decisions for tests: granted by the first parent of school 99ZZ on 5 September 2021 for all instruments. */
public record ADecision(Decision decision) {
    /** The start of every variation. */
    public static ADecision granted() {
        Instant day = SchoolYear.beginOf(LocalDate.of(2021, 9, 5));
        return new ADecision(new Decision(
                new DecisionId(UUID.randomUUID()),
                new Brin("99ZZ"),
                Choice.GRANTED,
                Giver.PARENT_1,
                Purpose.SOCIAL_EMOTIONAL,
                Instrument.ALL,
                new TextVersion("2021-1"),
                Evidence.FORM,
                day,
                day,
                Optional.of(SchoolYear.beginOf(LocalDate.of(2028, 1, 1)))));
    }

    /** Of another choice. */
    public ADecision of(Choice choice) {
        return new ADecision(new Decision(
                decision.id(),
                decision.school(),
                choice,
                decision.giver(),
                decision.purpose(),
                decision.instrument(),
                decision.text(),
                decision.evidence(),
                decision.given(),
                decision.recorded(),
                decision.ends()));
    }

    /** Of another giver, at this school. */
    public ADecision by(Giver giver, String brin) {
        return new ADecision(new Decision(
                decision.id(),
                new Brin(brin),
                decision.choice(),
                giver,
                decision.purpose(),
                decision.instrument(),
                decision.text(),
                decision.evidence(),
                decision.given(),
                decision.recorded(),
                decision.ends()));
    }

    /** About one instrument. */
    public ADecision about(String instrument) {
        return new ADecision(new Decision(
                decision.id(),
                decision.school(),
                decision.choice(),
                decision.giver(),
                decision.purpose(),
                new Instrument(instrument),
                decision.text(),
                decision.evidence(),
                decision.given(),
                decision.recorded(),
                decision.ends()));
    }

    /** Given, recorded and (where not null) ending on these days. */
    public ADecision on(LocalDate given, LocalDate recorded, Optional<LocalDate> ends) {
        return new ADecision(new Decision(
                decision.id(),
                decision.school(),
                decision.choice(),
                decision.giver(),
                decision.purpose(),
                decision.instrument(),
                decision.text(),
                decision.evidence(),
                SchoolYear.beginOf(given),
                SchoolYear.beginOf(recorded),
                ends.map(SchoolYear::beginOf)));
    }
}
