package nl.schakel.consent;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An objection as a school reports it.
 *
 * @param from the day on which it was made, on Dutch clocks; today where empty
 */
public record ObjectionRequest(PupilReference pupil, Optional<LocalDate> from) {}
