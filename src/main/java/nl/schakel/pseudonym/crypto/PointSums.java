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
    private final List<CurvePoint> left = new ArrayList<>();
    private final List<CurvePoint> right = new ArrayList<>();

    /** Two points of a pair are equal or opposite: their sum needs another formula. */
    static final class Coincidence extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Coincidence() {
            super("points coincide", null, false, false);
        }
    }

    /** Gathers a pair. */
    void add(CurvePoint a, CurvePoint b) {
        left.add(a);
        right.add(b);
    }

    /** The sums, in the order of the pairs. @throws Coincidence where the formula does not hold for one of them */
    List<CurvePoint> sums() {
        long[][] slopes = new long[left.size()][P256Field.LIMBS];
        for (int i = 0; i < slopes.length; i++) {
            subtract(slopes[i], right.get(i).x(), left.get(i).x());
        }
        if (!P256Field.invertAll(slopes)) {
            throw new Coincidence();
        }
        List<CurvePoint> sums = new ArrayList<>(slopes.length);
        for (int i = 0; i < slopes.length; i++) {
            sums.add(sum(left.get(i), right.get(i), slopes[i]));
        }
        return sums;
    }

    private static CurvePoint sum(CurvePoint a, CurvePoint b, long[] slope) {
        long[] x = new long[P256Field.LIMBS];
        long[] y = new long[P256Field.LIMBS];
        subtract(y, b.y(), a.y());
        multiply(slope, slope, y);
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
