package nl.schakel.demo;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A child as the school's pupil administration shows it, faults included.
 *
 * @param number nine digits; empty where the school has none
 * @param sex 1 boy, 2 girl
 * @param remark free text that a school should not have typed there, empty where there is none
 * @param mail empty where there is none
 */
public record PupilRow(
        String key,
        Optional<String> number,
        String lastFour,
        PersonName name,
        LocalDate birth,
        int sex,
        int grade,
        String postcode,
        String remark,
        String mail) {

    /** Whether the number is an onderwijsnummer, as far as its first two digits tell. */
    public boolean educationNumber() {
        return number.filter(digits -> digits.startsWith("10")).isPresent();
    }
}
