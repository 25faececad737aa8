package nl.schakel.pseudonym.crypto;

import static nl.schakel.pseudonym.crypto.P256Field.element;
import static nl.schakel.pseudonym.crypto.P256Product.multiply;
import static nl.schakel.pseudonym.crypto.P256Product.square;

import java.util.Optional;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECPoint;

/** A point of P-256 that is not infinity, as two reduced elements of the field. Immutable: nobody writes to the limbs. */
final class CurvePoint {
    /** The bytes of a compressed point (SEC 1). */
    static final int COMPRESSED = 1 + P256Field.BYTES;

    /** The bytes of an uncompressed point (SEC 1). */
    static final int UNCOMPRESSED = 1 + 2 * P256Field.BYTES;

    static final X9ECParameters GROUP = CustomNamedCurves.getByName("P-256");
    static final CurvePoint GENERATOR = of(GROUP.getG());

    /** The coefficients of the curve, y^2 = x^3 + A x + B; A is -3. Nobody writes to the limbs. */
    static final long[] A = element(GROUP.getCurve().getA().toBigInteger());

    static final long[] B = element(GROUP.getCurve().getB().toBigInteger());

    private static final int EVEN = 2;
    private static final int ODD = 3;
    private static final int PLAIN = 4;
    private final long[] x;
    private final long[] y;

    /** Takes the arrays, which must be reduced and lie on the curve. */
    CurvePoint(long[] x, long[] y) {
        this.x = x;
        this.y = y;
    }

    /** The library's point, which must not be infinite. */
    static CurvePoint of(ECPoint point) {
        ECPoint normal = point.normalize();
        return new CurvePoint(
                element(normal.getAffineXCoord().toBigInteger()),
                element(normal.getAffineYCoord().toBigInteger()));
    }

    /** One of the two points over an x of 32 bytes at {@code from}, or none. */
    static Optional<CurvePoint> over(byte[] bytes, int from) {
        if (!P256Field.isBelowPrime(bytes, from)) {
            return Optional.empty();
        }
        long[] x = P256Field.ofBytes(bytes, from);
        long[] square = ySquared(x);
        long[] y = P256Field.root(square);
        long[] difference = new long[P256Field.LIMBS];
        square(difference, y);
        P256Field.subtract(difference, difference, square);
        return P256Field.isZero(difference) ? Optional.of(new CurvePoint(x, y)) : Optional.empty();
    }

    /** The point of a compressed encoding, or none. */
    static Optional<CurvePoint> decode(byte[] compressed) {
        if (compressed.length != COMPRESSED || (compressed[0] != EVEN && compressed[0] != ODD)) {
            return Optional.empty();
        }
        return over(compressed, 1)
                .map(point -> P256Field.isOdd(point.y) == (compressed[0] == ODD) ? point : point.negated());
    }

    /** The point of an uncompressed encoding, or none. */
    static Optional<CurvePoint> decodeUncompressed(byte[] encoded) {
        int second = 1 + P256Field.BYTES;
        if (encoded.length != UNCOMPRESSED
                || encoded[0] != PLAIN
                || !P256Field.isBelowPrime(encoded, 1)
                || !P256Field.isBelowPrime(encoded, second)) {
            return Optional.empty();
        }
        CurvePoint point = new CurvePoint(P256Field.ofBytes(encoded, 1), P256Field.ofBytes(encoded, second));
        long[] difference = new long[P256Field.LIMBS];
        square(difference, point.y);
        P256Field.subtract(difference, difference, ySquared(point.x));
        return P256Field.isZero(difference) ? Optional.of(point) : Optional.empty();
    }

    /** x^3 - 3 x + b, reduced. */
    static long[] ySquared(long[] x) {
        long[] r = new long[P256Field.LIMBS];
        square(r, x);
        multiply(r, r, x);
        P256Field.subtract(r, r, x, 3);
        P256Field.add(r, r, B);
        P256Field.reduce(r);
        return r;
    }

    long[] x() {
        return x;
    }

    long[] y() {
        return y;
    }

    /** The point with the other sign. */
    CurvePoint negated() {
        long[] minus = new long[P256Field.LIMBS];
        P256Field.subtract(minus, minus, y);
        P256Field.reduce(minus);
        return new CurvePoint(x, minus);
    }

    /** Whether this is the other point or its negative. */
    boolean hasXOf(CurvePoint other) {
        return same(x, other.x);
    }

    /** Whether this is the other point. */
    boolean isSameAs(CurvePoint other) {
        return hasXOf(other) && same(y, other.y);
    }

    private static boolean same(long[] a, long[] b) {
        long[] difference = new long[P256Field.LIMBS];
        P256Field.subtract(difference, a, b);
        return P256Field.isZero(difference);
    }

    /** The compressed encoding, 33 bytes. */
    byte[] compressed() {
        byte[] encoded = new byte[COMPRESSED];
        encoded[0] = (byte) (P256Field.isOdd(y) ? ODD : EVEN);
        P256Field.write(x, encoded, 1);
        return encoded;
    }

    /** The uncompressed encoding, 65 bytes. */
    byte[] uncompressed() {
        byte[] encoded = new byte[UNCOMPRESSED];
        writeUncompressed(encoded, 0);
        return encoded;
    }

    /** Writes the uncompressed encoding, 65 bytes. */
    void writeUncompressed(byte[] target, int from) {
        target[from] = PLAIN;
        P256Field.write(x, target, from + 1);
        P256Field.write(y, target, from + 1 + P256Field.BYTES);
    }

    /** The library's point. */
    ECPoint toLibrary() {
        return GROUP.getCurve().decodePoint(uncompressed());
    }
}
