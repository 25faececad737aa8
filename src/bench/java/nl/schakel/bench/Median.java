package nl.schakel.bench;

import java.util.Arrays;

/** The middle of what rounds measured; of an even number of them the upper one. */
final class Median {
    private Median() {}

    static double of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
