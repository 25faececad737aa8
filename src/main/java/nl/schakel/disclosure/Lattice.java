package nl.schakel.disclosure;

import java.util.function.IntConsumer;

/** All combinations of levels, numbered in mixed radix: a successor is one level coarser in one quasi-identifier. */
final class Lattice {
    private final int[] levels;
    private final int[] weights;
    private final int size;

    /** @throws IllegalArgumentException where the lattice has more than 2^31 - 1 nodes; ask {@link #sizeOf} first */
    Lattice(int[] levels) {
        this.levels = levels.clone();
        this.weights = new int[levels.length];
        long product = 1;
        for (int q = levels.length - 1; q >= 0; q--) {
            weights[q] = Math.toIntExact(product);
            product *= levels[q];
        }
        this.size = Math.toIntExact(product);
    }

    /** The number of nodes, or {@link Long#MAX_VALUE} where it is larger than a long. */
    static long sizeOf(int[] levels) {
        long product = 1;
        for (int count : levels) {
            if (product > Long.MAX_VALUE / count) {
                return Long.MAX_VALUE;
            }
            product *= count;
        }
        return product;
    }

    int size() {
        return size;
    }

    int level(int node, int q) {
        return node / weights[q] % levels[q];
    }

    int[] levels(int node) {
        int[] result = new int[levels.length];
        for (int q = 0; q < levels.length; q++) {
            result[q] = level(node, q);
        }
        return result;
    }

    int sum(int node) {
        int sum = 0;
        for (int q = 0; q < levels.length; q++) {
            sum += level(node, q);
        }
        return sum;
    }

    void successors(int node, IntConsumer each) {
        for (int q = 0; q < levels.length; q++) {
            if (level(node, q) < levels[q] - 1) {
                each.accept(node + weights[q]);
            }
        }
    }

    void predecessors(int node, IntConsumer each) {
        for (int q = 0; q < levels.length; q++) {
            if (level(node, q) > 0) {
                each.accept(node - weights[q]);
            }
        }
    }
}
