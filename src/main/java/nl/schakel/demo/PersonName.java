package nl.schakel.demo;

import java.util.List;

/**
 * A made-up name, as a pupil administration holds it.
 *
 * @param prefix voorvoegsel, empty where there is none; at most ten characters
 * @param family the surname without the prefix
 */
public record PersonName(String given, String prefix, String family) {
    private static final List<String> PREFIXES =
            List.of("van der ", "van den ", "in 't ", "van 't ", "van ", "ten ", "ter ", "de ");

    /** Splits the Dutch prefix off a full surname. */
    static PersonName of(String given, String surname) {
        for (String prefix : PREFIXES) {
            if (surname.startsWith(prefix)) {
                return new PersonName(given, prefix.strip(), surname.substring(prefix.length()));
            }
        }
        return new PersonName(given, "", surname);
    }

    /** The given name's first character: the initials of the file. */
    public String initial() {
        return given.substring(0, given.offsetByCodePoints(0, 1));
    }

    /** Whether any character is not ASCII. */
    boolean hasAccent() {
        return (given + family).chars().anyMatch(c -> c > 127);
    }
}
