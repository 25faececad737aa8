package nl.schakel.delivery;

import java.time.LocalDate;
import nl.schakel.pupil.Pgn;

/**
 * One line of a report: a pupil's number before and after.
 *
 * @param place where it stands in the report ({@code regel 3}); empty where it is the only one
 */
public record ReportedNumberChange(String place, Pgn before, Pgn after, LocalDate day) {}
