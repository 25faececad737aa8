package nl.schakel.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.schakel.school.Brin;
import nl.schakel.school.SchoolYear;

/**
 * A decision as a school reports it.
 *
 * @param given the day on which it was given, on Dutch clocks
 * @param birthYear calendar year of birth, from which follows when a parent's voice ends; needed where consent is granted
 * @param lastDay the last day on which a grant counts, where the giver limited it
 */
public record ConsentRequest(
        PupilReference pupil,
        Choice choice,
        Giver giver,
        Purpose purpose,
        Instrument instrument,
        TextVersion text,
        Evidence evidence,
        LocalDate given,
        Optional<Integer> birthYear,
        Optional<LocalDate> lastDay) {

    /**
     * The decision to record. A grant lapses after its last day, and any decision, where a parent gave it not later than the beginning of the
     * year in which the pupil turns 16: the birthday itself is not kept, so the year's beginning stands for it.
     */
    Decision decision(Brin school, Instant recorded) {
        return new Decision(
                new DecisionId(UUID.randomUUID()),
                school,
                choice,
                giver,
                purpose,
                instrument,
                text,
                evidence,
                SchoolYear.beginOf(given),
                recorded,
                Stream.of(
                                endOfParentsVoice(),
                                lastDay.filter(day -> choice == Choice.GRANTED).map(day -> day.plusDays(1)))
                        .flatMap(Optional::stream)
                        .min(Comparator.naturalOrder())
                        .map(SchoolYear::beginOf));
    }

    private Optional<LocalDate> endOfParentsVoice() {
        return birthYear
                .filter(year -> giver.isParent())
                .map(year -> LocalDate.of(year + ConsentRule.AGE_OF_DECISION, Month.JANUARY, 1));
    }
}
