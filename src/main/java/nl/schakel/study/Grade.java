package nl.schakel.study;

import java.util.Optional;

/**
 * A grade (jaargroep) of primary education.
 *
 * @param number 1 to 8
 */
public record Grade(int number) implements Comparable<Grade> {
    /** @throws IllegalArgumentException outside 1 to 8 */
    public Grade {
        if (number < 1 || number > 8) {
            throw new IllegalArgumentException("not a grade");
        }
    }

    /** The grade of one ASCII digit 1 to 8; otherwise empty. */
    public static Optional<Grade> parse(CharSequence text) {
        boolean valid = text.length() == 1 && text.charAt(0) >= '1' && text.charAt(0) <= '8';
        return valid ? Optional.of(new Grade(text.charAt(0) - '0')) : Optional.empty();
    }

    /** The code by which deliveries and registers name the grade. */
    public String code() {
        return Integer.toString(number);
    }

    @Override
    public int compareTo(Grade other) {
        return Integer.compare(number, other.number);
    }
}
