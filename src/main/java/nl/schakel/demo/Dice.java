package nl.schakel.demo;

import java.util.List;
import java.util.SplittableRandom;

/** The world's only source of chance: draws are a function of the seed and of their order. Not thread-safe. */
final class Dice {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final SplittableRandom random;

    private Dice(SplittableRandom random) {
        this.random = random;
    }

    /** Dice of one corner of the world: other coordinates, other dice; no draw in one corner moves another. */
    static Dice of(long seed, long... corner) {
        long mixed = seed;
        for (long coordinate : corner) {
            mixed = (mixed ^ coordinate) * GOLDEN;
            mixed ^= mixed >>> 29;
        }
        return new Dice(new SplittableRandom(mixed));
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** A number from {@code low} to {@code high}, both included. */
    int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    double normal() {
        return random.nextGaussian();
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** One of the choices, early ones more often than late ones: names are not spread evenly. */
    <T> T pickSkewed(List<T> choices) {
        double place = random.nextDouble();
        return choices.get((int) (place * place * choices.size()));
    }

    /** An index drawn in proportion to the weights. */
    int weighted(double... weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double rest = random.nextDouble() * total;
        int index = 0;
        while (index < weights.length - 1 && rest >= weights[index]) {
            rest -= weights[index];
            index++;
        }
        return index;
    }

    String hex(int length) {
        StringBuilder text = new StringBuilder(length);
        while (text.length() < length) {
            text.append(Character.forDigit(random.nextInt(16), 16));
        }
        return text.toString();
    }
}
