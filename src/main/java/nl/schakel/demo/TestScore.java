package nl.schakel.demo;

import java.time.LocalDate;

/**
 * One result of one pupil, as the monitoring system exports it.
 *
 * @param pupilKey the LAS key in the file
 * @param items number of items of the test
 * @param right number of items right, 0 to {@code items}
 * @param ability on the scale of the domain, one decimal
 * @param level A to E: the top 25, 25, 25, 15 and 10 percent
 * @param bare whether the export holds the number right only
 */
public record TestScore(
        String pupilKey,
        Domain domain,
        Moment moment,
        LocalDate date,
        int items,
        int right,
        double ability,
        char level,
        boolean bare) {

    /** The test's code, for example {@code RW-M5}. */
    public String testCode() {
        return domain.code() + "-" + moment.code();
    }

    TestScore on(LocalDate other) {
        return new TestScore(pupilKey, domain, moment, other, items, right, ability, level, bare);
    }

    TestScore of(String otherKey) {
        return new TestScore(otherKey, domain, moment, date, items, right, ability, level, bare);
    }
}
