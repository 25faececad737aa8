package nl.schakel.pseudonym.crypto;

import static nl.schakel.pseudonym.crypto.P256Field.add;
import static nl.schakel.pseudonym.crypto.P256Field.reduce;
import static nl.schakel.pseudonym.crypto.P256Field.scale;
import static nl.schakel.pseudonym.crypto.P256Field.subtract;
import static nl.schakel.pseudonym.crypto.P256Product.multiply;
import static nl.schakel.pseudonym.crypto.P256Product.square;

import java.math.BigInteger;
import org.bouncycastle.math.ec.WNafUtil;

/**
 * A point of P-256 in Jacobian coordinates, changed in place. The formulas are those for unequal points that are not
 * inverse to each other; where they do not hold, Z becomes zero and stays so, which {@link #isDegenerate} tells. Not
 * thread-safe.
 */
final class P256Point {
    private static final int WINDOW = 5;
    private static final int TABLE = 1 << (WINDOW - 2);

    private final long[] x;
    private final long[] y;
    private final long[] z;
    private final long[] s = new long[P256Field.LIMBS];
    private final long[] t = new long[P256Field.LIMBS];
    private final long[] u = new long[P256Field.LIMBS];
    private final long[] v = new long[P256Field.LIMBS];
    private final long[] w = new long[P256Field.LIMBS];

    /** Takes the arrays: X and Y reduced, Z any product. */
    P256Point(long[] x, long[] y, long[] z) {
        this.x = x;
        this.y = y;
        this.z = z;
    }

    private P256Point copy() {
        return new P256Point(x.clone(), y.clone(), z.clone());
    }

    /** Whether an exceptional case was met, or the point is infinite: the coordinates then mean nothing. */
    boolean isDegenerate() {
        return P256Field.isZero(z);
    }

    /** This point becomes its double; a = -3, "dbl-2001-b" of the Explicit-Formulas Database. */
    private void twice() {
        square(s, z);
        square(t, y);
        multiply(u, x, t);
        add(v, x, s);
        subtract(w, x, s);
        multiply(v, v, w);
        scale(v, v, 3);
        multiply(z, y, z);
        scale(z, z, 2);
        square(x, v);
        subtract(x, x, u, 8);
        reduce(x);
        scale(u, u, 4);
        subtract(u, u, x);
        multiply(y, v, u);
        square(t, t);
        subtract(y, y, t, 8);
        reduce(y);
    }

    /** This point becomes the sum with the summand, or the difference. */
    private void plus(Summand q, boolean negative) {
        square(s, z);
        multiply(t, q.x, s);
        multiply(u, x, q.zz);
        multiply(s, s, z);
        multiply(s, s, negative ? q.minusY : q.y);
        multiply(v, y, q.zzz);
        subtract(t, t, u);
        subtract(s, s, v);
        multiply(z, z, q.z);
        multiply(z, z, t);
        square(w, t);
        multiply(t, t, w);
        multiply(u, u, w);
        square(x, s);
        subtract(x, x, t);
        subtract(x, x, u, 2);
        reduce(x);
        subtract(u, u, x);
        multiply(y, s, u);
        multiply(v, v, t);
        subtract(y, y, v);
        reduce(y);
    }

    /** The sum of two points. */
    static P256Point sum(P256Point a, P256Point b) {
        P256Point sum = a.copy();
        sum.plus(new Summand(b), false);
        return sum;
    }

    /** The multiple of this point by a scalar of 1 or more, by its width-5 non-adjacent form. */
    P256Point times(BigInteger scalar) {
        Summand[] odd = oddMultiples();
        byte[] digits = WNafUtil.generateWindowNaf(WINDOW, scalar);
        int top = digits.length - 1;
        P256Point product = odd[digits[top] >> 1].point();
        for (int i = top - 1; i >= 0; i--) {
            product.twice();
            int digit = digits[i];
            if (digit != 0) {
                product.plus(odd[Math.abs(digit) >> 1], digit < 0);
            }
        }
        return product;
    }

    private Summand[] oddMultiples() {
        Summand[] odd = new Summand[TABLE];
        P256Point multiple = copy();
        P256Point doubled = copy();
        doubled.twice();
        Summand step = new Summand(doubled);
        odd[0] = new Summand(multiple);
        for (int i = 1; i < TABLE; i++) {
            multiple.plus(step, false);
            odd[i] = new Summand(multiple);
        }
        return odd;
    }

    /** The compressed encoding of SEC 1, 33 bytes. @throws IllegalStateException for a degenerate point */
    byte[] encoded() {
        if (isDegenerate()) {
            throw new IllegalStateException("no affine coordinates");
        }
        long[] inverse = P256Field.invert(z);
        square(s, inverse);
        multiply(t, x, s);
        multiply(s, s, inverse);
        multiply(u, y, s);
        byte[] encoded = new byte[1 + P256Field.BYTES];
        encoded[0] = (byte) (P256Field.isOdd(u) ? 3 : 2);
        P256Field.write(t, encoded, 1);
        return encoded;
    }

    /** A point that is added more than once: its coordinates, and the square and cube of Z. */
    private static final class Summand {
        private final long[] x;
        private final long[] y;
        private final long[] minusY = new long[P256Field.LIMBS];
        private final long[] z;
        private final long[] zz = new long[P256Field.LIMBS];
        private final long[] zzz = new long[P256Field.LIMBS];

        Summand(P256Point point) {
            x = point.x.clone();
            y = point.y.clone();
            z = point.z.clone();
            scale(minusY, y, -1);
            square(zz, z);
            multiply(zzz, zz, z);
        }

        P256Point point() {
            return new P256Point(x.clone(), y.clone(), z.clone());
        }
    }
}
