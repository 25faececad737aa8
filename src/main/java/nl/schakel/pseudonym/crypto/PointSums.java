package nl.schakel.pseudonym.crypto;

import static nl.schakel.pseudonym.crypto.P256Field.reduce;
import static nl.schakel.pseudonym.crypto.P256Field.subtract;
import static nl.schakel.pseudonym.crypto.P256Product.multiply;
import static nl.schakel.pseudonym.crypto.P256Product.square;

import java.util.ArrayList;
import java.util.List;

/**
 * Sums of pairs of points, gathered first and computed together because they then share one inversion. Not thread-safe;
 * used once.
 */
final class PointSums {
    private final List<Pair> pairs = new ArrayList<>();

    private record Pair(CurvePoint left, CurvePoint right, boolean both) {}

    /** Two points of a pair are equal or opposite: their sum needs another formula. */
    static final class Coincidence extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Coincidence() {
            super("points coincide", null, false, false);
        }
    }

    /** Gathers a pair. */
    void add(CurvePoint a, CurvePoint b) {
        pairs.add(new Pair(a, b, false));
    }

    /** Gathers a pair of which the sum and the difference are wanted: they come one after the other. */
    void addAndSubtract(CurvePoint a, CurvePoint b) {
        pairs.add(new Pair(a, b, true));
    }

    /** The sums, in the order of the pairs. @throws Coincidence where the formula does not hold for one of them */
    List<CurvePoint> sums() {
        long[][] inverses = new long[pairs.size()][P256Field.LIMBS];
        for (int i = 0; i < inverses.length; i++) {
            subtract(inverses[i], pairs.get(i).right().x(), pairs.get(i).left().x());
        }
        if (!P256Field.invertAll(inverses)) {
            throw new Coincidence();
        }
        List<CurvePoint> sums = new ArrayList<>(2 * inverses.length);
        for (int i = 0; i < inverses.length; i++) {
            Pair pair = pairs.get(i);
            sums.add(sum(pair.left(), pair.right(), inverses[i]));
            if (pair.both()) {
                sums.add(sum(pair.left(), pair.right().negated(), inverses[i]));
            }
        }
        return sums;
    }

    private static CurvePoint sum(CurvePoint a, CurvePoint b, long[] inverse) {
        long[] slope = new long[P256Field.LIMBS];
        long[] x = new long[P256Field.LIMBS];
        long[] y = new long[P256Field.LIMBS];
        subtract(y, b.y(), a.y());
        multiply(slope, inverse, y);
        square(x, slope);
        subtract(x, x, a.x());
        subtract(x, x, b.x());
        reduce(x);
        subtract(y, a.x(), x);
        multiply(y, y, slope);
        subtract(y, y, a.y());
        reduce(y);
        return new CurvePoint(x, y);
    }
}
