package nl.schakel.disclosure;

import java.util.Arrays;

/**
 * Puts rows into classes of equal values, column by column. Keys are packed exactly into 62 bits; where the next column
 * would not fit, they are first replaced by the numbers of the classes so far. Measured by {@code AdultSearchTest}: hot loop.
 */
final class Keys {
    private static final long LARGEST = 1L << 62;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final long[] keys;
    private long span = 1;

    Keys(int rows) {
        this.keys = new long[rows];
    }

    /** Adds a column: {@code groupOf[positions[row]]}, each 0 to {@code radix - 1}. */
    void add(int[] positions, int[] groupOf, int radix) {
        makeRoom(radix);
        for (int row = 0; row < keys.length; row++) {
            keys[row] = keys[row] * radix + groupOf[positions[row]];
        }
    }

    /** Adds a column of values 0 to {@code radix - 1}. */
    void add(int[] values, int radix) {
        makeRoom(radix);
        for (int row = 0; row < keys.length; row++) {
            keys[row] = keys[row] * radix + values[row];
        }
    }

    private void makeRoom(int radix) {
        if (span > LARGEST / radix) {
            Classes classes = classes();
            for (int row = 0; row < keys.length; row++) {
                keys[row] = classes.classOf(row);
            }
            span = classes.count();
        }
        span *= radix;
    }

    /** The classes of equal rows, numbered in the order in which they are first met. */
    Classes classes() {
        int capacity = Integer.highestOneBit(Math.max(16, keys.length) * 2 - 1) * 2;
        int shift = 64 - Integer.numberOfTrailingZeros(capacity);
        int[] slots = new int[capacity];
        long[] known = new long[keys.length];
        int[] sizes = new int[keys.length];
        int[] classOf = new int[keys.length];
        int count = 0;
        for (int row = 0; row < keys.length; row++) {
            long key = keys[row];
            int slot = (int) ((key * MIX) >>> shift);
            while (slots[slot] != 0 && known[slots[slot] - 1] != key) {
                slot = (slot + 1) & (capacity - 1);
            }
            if (slots[slot] == 0) {
                known[count] = key;
                slots[slot] = ++count;
            }
            int number = slots[slot] - 1;
            classOf[row] = number;
            sizes[number]++;
        }
        return new Classes(classOf, Arrays.copyOf(sizes, count));
    }
}
