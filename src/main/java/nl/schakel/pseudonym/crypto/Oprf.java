package nl.schakel.pseudonym.crypto;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import nl.schakel.platform.secret.SecretBytes;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;

/**
 * OPRF(P-256, SHA-256) in mode 0x00 (RFC 9497), evaluated directly: the holder of the key hashes the input to a point,
 * multiplies it by the key and finalizes. The outcome is the one that a client gets who blinds the input.
 *
 * <p>The multiplication of the library is not promised to run in constant time; so the scalar of every call is the key plus a
 * fresh random multiple of the group order, which changes the run and not the outcome. Thread-safe.
 */
final class Oprf {
    private static final String CONTEXT = "OPRFV1-\0-P256-SHA256";
    private static final byte[] FINALIZE = "Finalize".getBytes(StandardCharsets.US_ASCII);
    private static final int BLINDING_BITS = 64;

    private final HashToCurve hashToGroup = new HashToCurve(new MessageExpansion("HashToGroup-" + CONTEXT));
    private final SecureRandom random = new SecureRandom();
    private final BigInteger order = HashToCurve.P256.getN();
    private final BigInteger key;

    /** @param scalar 32 bytes big-endian, between 1 and the group order; copied */
    Oprf(SecretBytes scalar) {
        byte[] bytes = scalar.copy();
        key = new BigInteger(1, bytes);
        Arrays.fill(bytes, (byte) 0);
        if (key.signum() == 0 || key.compareTo(order) >= 0) {
            throw new IllegalArgumentException("the key is not a scalar of P-256");
        }
    }

    /** The 32-byte output for an input of at most 65,535 bytes. */
    byte[] evaluate(byte[] input) {
        ECPoint evaluated = multiply(hashToGroup.hash(input));
        return output(input, evaluated.getEncoded(true));
    }

    private ECPoint multiply(ECPoint point) {
        BigInteger blinding = BigIntegers.createRandomBigInteger(BLINDING_BITS, random);
        return point.multiply(key.add(blinding.multiply(order)));
    }

    private static byte[] output(byte[] input, byte[] element) {
        MessageDigest sha = MessageExpansion.sha256();
        sha.update(new Framed().bytes(input).bytes(element).toBytes());
        return sha.digest(FINALIZE);
    }
}
