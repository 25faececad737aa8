package nl.schakel.pseudonym.crypto;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import nl.schakel.platform.secret.SecretBytes;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.util.BigIntegers;

/**
 * OPRF(P-256, SHA-256) in mode 0x00 (RFC 9497), evaluated directly: the holder of the key hashes the input to a point,
 * multiplies it by the key and finalizes. The outcome is the one that a client gets who blinds the input.
 *
 * <p>The order of doublings and additions depends on the scalar; so the scalar of every call is the key plus a fresh random
 * multiple of the group order, which changes the run and not the outcome. Where the fast formulas do not hold (keys of a
 * few bits only), the library multiplies. Thread-safe.
 */
final class Oprf {
    private static final X9ECParameters P256 = CustomNamedCurves.getByName("P-256");
    private static final String CONTEXT = "OPRFV1-\0-P256-SHA256";
    private static final byte[] FINALIZE = "Finalize".getBytes(StandardCharsets.US_ASCII);
    private static final int BLINDING_BITS = 64;

    private final HashToCurve hashToGroup = new HashToCurve(new MessageExpansion("HashToGroup-" + CONTEXT));
    private final SecureRandom random = new SecureRandom();
    private final BigInteger key;

    /** @param scalar 32 bytes big-endian, between 1 and the group order; copied */
    Oprf(SecretBytes scalar) {
        byte[] bytes = scalar.copy();
        key = new BigInteger(1, bytes);
        Arrays.fill(bytes, (byte) 0);
        if (key.signum() == 0 || key.compareTo(P256.getN()) >= 0) {
            throw new IllegalArgumentException("the key is not a scalar of P-256");
        }
    }

    /** The 32-byte output for an input of at most 65,535 bytes. */
    byte[] evaluate(byte[] input) {
        return output(input, multiplied(hashToGroup.hash(input)));
    }

    private byte[] multiplied(P256Point point) {
        BigInteger blinding = BigIntegers.createRandomBigInteger(BLINDING_BITS, random);
        BigInteger scalar = key.add(blinding.multiply(P256.getN()));
        P256Point product = point.times(scalar);
        if (product.isDegenerate()) {
            return P256.getCurve().decodePoint(point.encoded()).multiply(scalar).getEncoded(true);
        }
        return product.encoded();
    }

    private static byte[] output(byte[] input, byte[] element) {
        MessageDigest sha = MessageExpansion.sha256();
        sha.update(new Framed().bytes(input).bytes(element).toBytes());
        return sha.digest(FINALIZE);
    }
}
