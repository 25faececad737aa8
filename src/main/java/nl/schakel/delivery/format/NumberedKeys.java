package nl.schakel.delivery.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.schakel.pupil.Pgn;

/**
 * Whether the pupil keys of one file are pupils' numbers, as far as the keys alone can tell: at least five different
 * keys hold a number, and these are more than half of the keys that hold exactly nine digits in a row. By chance one of
 * eleven does.
 */
final class NumberedKeys {
    private static final int FEWEST = 5;
    private static final Pattern NINE = Pattern.compile("(?<![0-9])[0-9]{9}(?![0-9])");

    private final KeySet seen = new KeySet();
    private long alike;
    private long numbers;
    private long line;

    /** A key of the file, and the line on which it stands. */
    void add(CharSequence key, long at) {
        boolean nine = false;
        boolean number = false;
        Matcher digits = NINE.matcher(key);
        while (digits.find()) {
            nine = true;
            number |= Pgn.defect(digits.group()).isEmpty();
        }
        if (nine && seen.add(key)) {
            alike++;
            numbers += number ? 1 : 0;
            line = number && line == 0 ? at : line;
        }
    }

    /** Whether the keys so far are numbers. */
    boolean areNumbers() {
        return numbers >= FEWEST && 2 * numbers > alike;
    }

    /** The line of the first key that holds a number; 0 where none does. */
    long line() {
        return line;
    }
}
