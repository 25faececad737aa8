package nl.schakel.pseudonym.crypto;

import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECFieldElement;
import org.bouncycastle.math.ec.ECPoint;

/**
 * The suite P256_XMD:SHA-256_SSWU_RO_ of RFC 9380: a point of P-256 whose discrete logarithm nobody knows, uniform over
 * the group. Thread-safe.
 */
final class HashToCurve {
    static final X9ECParameters P256 = CustomNamedCurves.getByName("P-256");

    private static final ECCurve CURVE = P256.getCurve();
    private static final BigInteger PRIME = CURVE.getField().getCharacteristic();
    private static final ECFieldElement A = CURVE.getA();
    private static final ECFieldElement B = CURVE.getB();
    private static final ECFieldElement ONE = element(BigInteger.ONE);
    private static final ECFieldElement Z = element(PRIME.subtract(BigInteger.TEN));
    private static final ECFieldElement ROOT_OF_MINUS_Z = Z.negate().sqrt();

    private final MessageExpansion expansion;

    HashToCurve(MessageExpansion expansion) {
        this.expansion = expansion;
    }

    /** The point of a message (RFC 9380 section 3, {@code hash_to_curve}); the cofactor is 1. */
    ECPoint hash(byte[] message) {
        byte[] uniform = expansion.expand(message);
        return map(field(uniform, 0)).add(map(field(uniform, MessageExpansion.ELEMENT)));
    }

    private static ECFieldElement field(byte[] uniform, int from) {
        byte[] part = Arrays.copyOfRange(uniform, from, from + MessageExpansion.ELEMENT);
        return element(new BigInteger(1, part).mod(PRIME));
    }

    private static ECFieldElement element(BigInteger value) {
        return CURVE.fromBigInteger(value);
    }

    /** The simplified map of Shallue, van de Woestijne and Ulas, without inversions but one (RFC 9380 appendix F.2). */
    private static ECPoint map(ECFieldElement u) {
        ECFieldElement zu2 = Z.multiply(u.square());
        ECFieldElement sum = zu2.square().add(zu2);
        ECFieldElement xn = B.multiply(sum.add(ONE));
        ECFieldElement xd = A.multiply(sum.isZero() ? Z : sum.negate());
        ECFieldElement xd2 = xd.square();
        ECFieldElement xd3 = xd2.multiply(xd);
        ECFieldElement gxn = xn.square().add(A.multiply(xd2)).multiply(xn).add(B.multiply(xd3));
        ECFieldElement root = rootOfRatio(gxn, xd3);
        boolean square = root.square().multiply(xd3).equals(gxn);
        ECFieldElement y = square ? root : zu2.multiply(u).multiply(root.multiply(ROOT_OF_MINUS_Z));
        ECFieldElement x = square ? xn : zu2.multiply(xn);
        ECFieldElement signed = u.testBitZero() == y.testBitZero() ? y : y.negate();
        return CURVE.createPoint(x.divide(xd).toBigInteger(), signed.toBigInteger());
    }

    /** A root of n/d where that is a square (RFC 9380 appendix F.2.1.2, q = 3 mod 4). */
    private static ECFieldElement rootOfRatio(ECFieldElement n, ECFieldElement d) {
        ECFieldElement nd = n.multiply(d);
        return power(d.square().multiply(nd)).multiply(nd);
    }

    /** {@code a} to the power (p - 3) / 4 = (2^32 - 1) 2^222 + 2^190 + 2^94 - 1. */
    private static ECFieldElement power(ECFieldElement a) {
        ECFieldElement x2 = a.square().multiply(a);
        ECFieldElement x4 = x2.squarePow(2).multiply(x2);
        ECFieldElement x8 = x4.squarePow(4).multiply(x4);
        ECFieldElement x16 = x8.squarePow(8).multiply(x8);
        ECFieldElement x32 = x16.squarePow(16).multiply(x16);
        ECFieldElement high = x32.squarePow(32).multiply(a).squarePow(96);
        ECFieldElement middle = high.squarePow(32).multiply(x32).squarePow(32).multiply(x32);
        ECFieldElement low = middle.squarePow(16).multiply(x16).squarePow(8).multiply(x8);
        return low.squarePow(4).multiply(x4).squarePow(2).multiply(x2);
    }
}
