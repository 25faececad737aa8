package nl.schakel.school;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A school year, known by the calendar year in which it starts: {@code 2021-2022} starts on 1 August 2021. The only place
 * in the core that knows the time zone {@code Europe/Amsterdam}.
 *
 * @param start the calendar year of 1 August, 1900 to 2199
 */
public record SchoolYear(int start) implements Comparable<SchoolYear> {
    private static final Pattern FORM = Pattern.compile("([0-9]{4})-([0-9]{4})");
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    /** @throws IllegalArgumentException outside 1900 to 2199 */
    public SchoolYear {
        if (start < 1900 || start > 2199) {
            throw new IllegalArgumentException("not a school year");
        }
    }

    /** The year of {@code 2021-2022}, ASCII digits and consecutive years only; otherwise empty. */
    public static Optional<SchoolYear> parse(CharSequence text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int start = Integer.parseInt(form.group(1));
        boolean valid = Integer.parseInt(form.group(2)) == start + 1 && start >= 1900 && start <= 2199;
        return valid ? Optional.of(new SchoolYear(start)) : Optional.empty();
    }

    /** The school year in which a day falls. */
    public static SchoolYear of(LocalDate day) {
        return new SchoolYear(day.getMonthValue() >= Month.AUGUST.getValue() ? day.getYear() : day.getYear() - 1);
    }

    /** The school year in which an instant falls, on Dutch clocks. */
    public static SchoolYear of(Instant instant) {
        return of(dayOf(instant));
    }

    /** The day on Dutch clocks at an instant. */
    public static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, AMSTERDAM);
    }

    /** The instant at which a day begins on Dutch clocks. */
    public static Instant beginOf(LocalDate day) {
        return day.atStartOfDay(AMSTERDAM).toInstant();
    }

    /** Whether the day lies in this school year. */
    public boolean contains(LocalDate day) {
        return of(day).equals(this);
    }

    /** 1 October of the starting year, the reference date (peildatum) of the registers. */
    public LocalDate referenceDate() {
        return LocalDate.of(start, Month.OCTOBER, 1);
    }

    @Override
    public int compareTo(SchoolYear other) {
        return Integer.compare(start, other.start);
    }

    @Override
    public String toString() {
        return start + "-" + (start + 1);
    }
}
