package nl.schakel.study;

import java.time.LocalDate;

/**
 * The days from which data are asked, both included.
 *
 * @param from first day
 * @param until last day, not before {@code from}
 */
public record Period(LocalDate from, LocalDate until) {
    /** @throws IllegalArgumentException where the period ends before it begins */
    public Period {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("a period ends on or after its first day");
        }
    }
}
