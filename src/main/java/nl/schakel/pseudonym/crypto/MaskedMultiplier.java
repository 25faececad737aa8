package nl.schakel.pseudonym.crypto;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.schakel.platform.secret.SecretBytes;
import org.bouncycastle.util.BigIntegers;

/**
 * Has points multiplied by another process without showing them: each call multiplies them by a fresh random scalar before
 * they leave, and the answers by its inverse. Thread-safe.
 */
final class MaskedMultiplier implements PointMultiplier {
    private static final BigInteger ORDER = CurvePoint.GROUP.getN();

    private final SecureRandom random = new SecureRandom();
    private final ProcessKeys keys;

    /** @throws FaultyDerivation where native code and library disagree on this machine */
    MaskedMultiplier(ProcessKeys keys) {
        this.keys = keys;
        scalar(drawn()).multiplier();
    }

    @Override
    public List<byte[]> multiply(List<CurvePoint> points) {
        BigInteger mask = drawn();
        List<CurvePoint> masked = new ArrayList<>(points.size());
        for (byte[] product : scalar(mask).usualMultiplier().multiply(points)) {
            masked.add(CurvePoint.decode(product).orElseThrow(() -> new FaultyDerivation("a masked point is none")));
        }
        return scalar(mask.modInverse(ORDER)).usualMultiplier().multiply(keys.products(masked));
    }

    private BigInteger drawn() {
        return BigIntegers.createRandomInRange(BigInteger.ONE, ORDER.subtract(BigInteger.ONE), random);
    }

    private static SecretScalar scalar(BigInteger value) {
        byte[] bytes = BigIntegers.asUnsignedByteArray(P256Field.BYTES, value);
        try (SecretBytes secret = SecretBytes.copyOf(bytes)) {
            return new SecretScalar(secret);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
