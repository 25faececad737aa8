package nl.schakel.pseudonym.crypto;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.List;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;

/**
 * Multiplication by Bouncy Castle, where no native library can be loaded. Its doublings and additions follow the scalar;
 * so every call multiplies by the key plus a fresh random multiple of the group order: another run, the same product.
 */
final class BlindedMultiplier implements PointMultiplier {
    private static final int BLINDING_BITS = 64;

    private final SecureRandom random = new SecureRandom();
    private final BigInteger key;

    /** @param key between 1 and the group order */
    BlindedMultiplier(BigInteger key) {
        this.key = key;
    }

    @Override
    public List<byte[]> multiply(List<CurvePoint> points) {
        return points.stream().map(this::multiply).toList();
    }

    private byte[] multiply(CurvePoint point) {
        BigInteger blinding = BigIntegers.createRandomBigInteger(BLINDING_BITS, random);
        ECPoint product = point.toLibrary().multiply(key.add(blinding.multiply(CurvePoint.GROUP.getN())));
        return product.getEncoded(true);
    }
}
