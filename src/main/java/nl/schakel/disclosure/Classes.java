package nl.schakel.disclosure;

import java.util.Arrays;

/** Persons in classes of those who look alike. */
final class Classes {
    private final int[] classOf;
    private final int[] sizes;

    /**
     * Takes both arrays as they are.
     *
     * @param classOf the class of each row
     * @param sizes the number of rows of each class
     */
    Classes(int[] classOf, int[] sizes) {
        this.classOf = classOf;
        this.sizes = sizes;
    }

    int count() {
        return sizes.length;
    }

    int classOf(int row) {
        return classOf[row];
    }

    int size(int number) {
        return sizes[number];
    }

    int sizeOf(int row) {
        return sizes[classOf[row]];
    }

    int[] sizes() {
        return sizes.clone();
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
