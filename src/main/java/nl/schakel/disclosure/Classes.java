package nl.schakel.disclosure;

import java.util.Arrays;

/**
 * Persons in classes of those who look alike.
 *
 * @param classOf the class of each row
 * @param sizes the number of rows of each class
 */
record Classes(int[] classOf, int[] sizes) {
    int count() {
        return sizes.length;
    }

    int sizeOf(int row) {
        return sizes[classOf[row]];
    }

    /** The number of rows in classes smaller than k. */
    int rowsBelow(int k) {
        return Arrays.stream(sizes).filter(size -> size < k).sum();
    }

    /** The rows in classes smaller than k, ascending. */
    int[] membersBelow(int k) {
        int[] members = new int[rowsBelow(k)];
        int next = 0;
        for (int row = 0; row < classOf.length; row++) {
            if (sizes[classOf[row]] < k) {
                members[next++] = row;
            }
        }
        return members;
    }
}
