package nl.schakel.pseudonym.crypto;

import static nl.schakel.pseudonym.crypto.P256Field.PRIME;
import static nl.schakel.pseudonym.crypto.P256Field.add;
import static nl.schakel.pseudonym.crypto.P256Field.element;
import static nl.schakel.pseudonym.crypto.P256Field.reduce;
import static nl.schakel.pseudonym.crypto.P256Field.scale;
import static nl.schakel.pseudonym.crypto.P256Field.subtract;

import java.math.BigInteger;
import java.util.List;

/**
 * The suite P256_XMD:SHA-256_SSWU_RO_ of RFC 9380: a point of P-256 whose discrete logarithm nobody knows, uniform over
 * the group. Messages that are hashed together share the inversions. Thread-safe.
 */
final class HashToCurve {
    private static final int MINUS_A = 3;
    private static final int MINUS_Z = 10;
    private static final long[] ONE = element(BigInteger.ONE);
    private static final long[] ZERO = new long[P256Field.LIMBS];
    private static final long[] A_TIMES_Z = element(BigInteger.valueOf(MINUS_A * MINUS_Z));
    private static final long[] ROOT_OF_MINUS_Z =
            element(BigInteger.TEN.modPow(PRIME.add(BigInteger.ONE).shiftRight(2), PRIME));

    private final MessageExpansion expansion;

    HashToCurve(MessageExpansion expansion) {
        this.expansion = expansion;
    }

    /** The points of messages, in their order (RFC 9380 section 3, {@code hash_to_curve}); the cofactor is 1. */
    List<CurvePoint> hash(List<byte[]> messages) {
        int count = 2 * messages.size();
        long[][] numerators = new long[count][];
        long[][] denominators = new long[count][];
        long[][] ys = new long[count][];
        for (int i = 0; i < count; i += 2) {
            byte[] uniform = expansion.expand(messages.get(i / 2));
            for (int half = 0; half < 2; half++) {
                long[][] mapped = map(P256Field.ofUniform(uniform, half * MessageExpansion.ELEMENT));
                numerators[i + half] = mapped[0];
                denominators[i + half] = mapped[1];
                ys[i + half] = mapped[2];
            }
        }
        P256Field.invertAll(denominators);
        PointSums sums = new PointSums();
        for (int i = 0; i < count; i += 2) {
            sums.add(
                    point(numerators[i], denominators[i], ys[i]),
                    point(numerators[i + 1], denominators[i + 1], ys[i + 1]));
        }
        return sums.sums();
    }

    private static CurvePoint point(long[] numerator, long[] inverse, long[] y) {
        return new CurvePoint(reduced(times(numerator, inverse)), y);
    }

    /**
     * The simplified map of Shallue, van de Woestijne and Ulas, without an inversion (RFC 9380 appendix F.2): the numerator
     * of x, its denominator, which is never zero, and y.
     */
    private static long[][] map(long[] u) {
        long[] zu2 = scaled(times(u, u), -MINUS_Z);
        long[] sum = plus(times(zu2, zu2), zu2);
        long[] xn = times(CurvePoint.B, plus(sum, ONE));
        long[] xd = P256Field.isZero(sum) ? A_TIMES_Z : scaled(sum, MINUS_A);
        long[] xd2 = times(xd, xd);
        long[] xd3 = times(xd2, xd);
        long[] gxn = times(minus(times(xn, xn), scaled(xd2, MINUS_A)), xn);
        gxn = plus(gxn, times(CurvePoint.B, xd3));
        long[] root = rootOfRatio(gxn, xd3);
        boolean square = P256Field.isZero(minus(times(times(root, root), xd3), gxn));
        long[] y = square ? root : times(times(zu2, u), times(root, ROOT_OF_MINUS_Z));
        long[] x = square ? xn : times(zu2, xn);
        long[] signed = P256Field.isOdd(u) == P256Field.isOdd(y) ? y : minus(ZERO, y);
        return new long[][] {x, xd.clone(), reduced(signed)};
    }

    /** A root of n/d where that is a square (RFC 9380 appendix F.2.1.2, q = 3 mod 4). */
    private static long[] rootOfRatio(long[] n, long[] d) {
        long[] nd = times(n, d);
        return times(P256Field.power(times(times(d, d), nd)), nd);
    }

    private static long[] times(long[] a, long[] b) {
        long[] r = new long[P256Field.LIMBS];
        P256Product.multiply(r, a, b);
        return r;
    }

    private static long[] plus(long[] a, long[] b) {
        long[] r = new long[P256Field.LIMBS];
        add(r, a, b);
        return reduced(r);
    }

    private static long[] minus(long[] a, long[] b) {
        long[] r = new long[P256Field.LIMBS];
        subtract(r, a, b);
        return reduced(r);
    }

    private static long[] scaled(long[] a, int factor) {
        long[] r = new long[P256Field.LIMBS];
        scale(r, a, factor);
        return reduced(r);
    }

    private static long[] reduced(long[] a) {
        reduce(a);
        return a;
    }
}
