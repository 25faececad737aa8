package nl.schakel.disclosure;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * Top and bottom codes of a quantity: the highest values all become the lowest of them, so that at least so many persons
 * share it, and likewise the lowest. Missing values (negative numbers) stay. Immutable and thread-safe.
 */
public final class TailCoding {
    private final OptionalInt bottom;
    private final OptionalInt top;

    private TailCoding(OptionalInt bottom, OptionalInt top) {
        this.bottom = bottom;
        this.top = top;
    }

    /**
     * The codes for these values.
     *
     * @param tail the number of persons who share each code; 0 codes nothing. Where there are fewer than twice as many
     *     values, all of them become the middle one
     */
    public static TailCoding of(int[] values, int tail) {
        int[] sorted =
                Arrays.stream(values).filter(value -> value >= 0).sorted().toArray();
        if (tail == 0 || sorted.length == 0) {
            return new TailCoding(OptionalInt.empty(), OptionalInt.empty());
        }
        boolean few = sorted.length < 2 * tail;
        int low = few ? sorted[sorted.length / 2] : sorted[tail - 1];
        int high = few ? low : sorted[sorted.length - tail];
        return new TailCoding(
                sorted[0] < low || few ? OptionalInt.of(low) : OptionalInt.empty(),
                sorted[sorted.length - 1] > high || few ? OptionalInt.of(high) : OptionalInt.empty());
    }

    /** What stands in the file for a value. */
    public int of(int value) {
        if (value < 0) {
            return value;
        }
        return Math.min(Math.max(value, bottom.orElse(value)), top.orElse(Integer.MAX_VALUE));
    }

    /** The bottom code; empty where no value lies below it. */
    public OptionalInt bottom() {
        return bottom;
    }

    /** The top code; empty where no value lies above it. */
    public OptionalInt top() {
        return top;
    }

    /** Whether no value is changed. */
    public boolean changesNothing() {
        return bottom.isEmpty() && top.isEmpty();
    }
}
