package nl.schakel.consent;

import java.time.Instant;
import java.util.Optional;
import nl.schakel.school.Brin;

/**
 * A decision as it was recorded; says nothing of the pupil.
 *
 * @param school where it was recorded: givers of two schools are different voices
 * @param given from when it counts, if recorded by then
 * @param recorded when the school recorded it
 * @param ends from when it counts no longer; empty where it never lapses
 */
public record Decision(
        DecisionId id,
        Brin school,
        Choice choice,
        Giver giver,
        Purpose purpose,
        Instrument instrument,
        TextVersion text,
        Evidence evidence,
        Instant given,
        Instant recorded,
        Optional<Instant> ends) {

    /** Whether it is known and in force by the moment, lapsed or not. */
    boolean made(Instant at) {
        return !given.isAfter(at) && !recorded.isAfter(at);
    }

    /** Whether it has not lapsed by the moment. */
    boolean stands(Instant at) {
        return ends.isEmpty() || ends.get().isAfter(at);
    }

    /** Whether it allows. */
    boolean allows() {
        return choice == Choice.GRANTED;
    }
}
