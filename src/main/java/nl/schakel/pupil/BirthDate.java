package nl.schakel.pupil;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;

/** A pupil's date of birth. The year alone may be read freely; the day only for a keyed function. */
public final class BirthDate {
    private final LocalDate day;

    /** A date that exists; parsing and plausibility are the reader's. */
    public BirthDate(LocalDate day) {
        this.day = Objects.requireNonNull(day, "day");
    }

    /** The calendar year of birth, a quasi-identifier that research uses. */
    public int year() {
        return day.getYear();
    }

    /** The ISO form {@code yyyy-mm-dd} as ASCII bytes, for a keyed function. */
    public byte[] bytes(Reveal permission) {
        Objects.requireNonNull(permission, "permission");
        return day.toString().getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return "BirthDate[hidden]";
    }
}
