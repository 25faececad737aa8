package nl.schakel.delivery.format;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.IntConsumer;
import nl.schakel.delivery.SchoolUploads;

/**
 * The keys of one school's file. Pupil keys leave as they are; where they are numbers the file does not leave at all.
 * In the place of the key of a result stands which of the different keys it is, counted from 1.
 */
final class StrippedKeys {
    private static final int DIGITS = 9;
    private static final int LONGEST = 256;

    private final NumberedKeys alike = new NumberedKeys();
    private final Map<Integer, Long> inKeys = new HashMap<>();
    private final Set<Integer> inNumbers = new HashSet<>();
    private final Map<String, Integer> results = new HashMap<>();

    /** A pupil key and its line. */
    void pupil(CharSequence key, long line) {
        alike.add(key, line);
        nines(key, nine -> inKeys.putIfAbsent(nine, line));
    }

    /** What stands in the place of a number, right or wrong. */
    void number(CharSequence text) {
        nines(text, inNumbers::add);
    }

    /** Every nine digits in a row. */
    private static void nines(CharSequence text, IntConsumer each) {
        for (int from = 0; from + DIGITS <= text.length(); from++) {
            int nine = Values.digits(text, from, from + DIGITS);
            if (nine != Values.NO_NUMBER) {
                each.accept(nine);
            }
        }
    }

    /** What leaves in the place of a result's key: one key always as the same, an empty or too long one as such. */
    String ofResult(String key) {
        if (key.isEmpty()) {
            return key;
        }
        return key.length() > LONGEST
                ? "x".repeat(LONGEST + 1)
                : results.computeIfAbsent(key, first -> results.size() + 1).toString();
    }

    /**
     * The file has ended.
     *
     * @throws SchoolUploads.NotDelivered where a key holds a number of the file, or the keys are numbers as
     *     {@link NumberedKeys} tells
     */
    void check() {
        OptionalLong line = inKeys.entrySet().stream()
                .filter(key -> inNumbers.contains(key.getKey()))
                .mapToLong(Map.Entry::getValue)
                .min();
        if (line.isPresent() || alike.areNumbers()) {
            throw new SchoolUploads.NotDelivered("de leerlingsleutel op regel " + line.orElse(alike.line())
                    + " is een nummer of bevat er een; exporteer met de sleutel van uw LAS; er is niets verstuurd");
        }
    }
}
