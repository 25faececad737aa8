package nl.schakel.demo;

import java.time.LocalDate;
import java.time.Month;

/**
 * One moment of testing: school year, grade and half.
 *
 * @param year the calendar year in which the school year starts
 * @param grade 3 to 8
 * @param end whether it is the end-of-year test (E), not given in grade 8
 */
public record Moment(int year, int grade, boolean end) {
    private static final int LAST_BEFORE_CLOSURE = 2019 * 2;

    /** The grade's name of the moment: {@code M5}, {@code E5}. */
    public String code() {
        return (end ? "E" : "M") + grade;
    }

    /** Half years since M3. */
    int step() {
        return (grade - 3) * 2 + (end ? 1 : 0);
    }

    /** Half years of closed schools behind the pupils at this moment: 0, 1 or 2. */
    int closedHalves() {
        return Math.max(0, Math.min(2, year * 2 + (end ? 1 : 0) - LAST_BEFORE_CLOSURE));
    }

    /** Monday of the school's test weeks: from 13 January, or from 18 May. */
    LocalDate firstDay(int week) {
        LocalDate start = end ? LocalDate.of(year + 1, Month.MAY, 18) : LocalDate.of(year + 1, Month.JANUARY, 13);
        return start.plusDays(8L - start.getDayOfWeek().getValue()).plusWeeks(week);
    }
}
