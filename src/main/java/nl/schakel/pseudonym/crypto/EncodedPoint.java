package nl.schakel.pseudonym.crypto;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A point as the JCA wants a public key. Providers copy the encoding for one agreement and keep nothing, which a key from
 * their own factory would.
 */
final class EncodedPoint implements ECPublicKey {
    private static final long serialVersionUID = 1L;

    /** The SubjectPublicKeyInfo of RFC 5480 up to the point, for an uncompressed point of P-256. */
    private static final byte[] BEGINNING =
            HexFormat.of().parseHex("3059301306072a8648ce3d020106082a8648ce3d030107034200");

    static final ECParameterSpec P256 = parameters();

    private final byte[] encoded;

    EncodedPoint(CurvePoint point) {
        encoded = Arrays.copyOf(BEGINNING, BEGINNING.length + CurvePoint.UNCOMPRESSED);
        point.writeUncompressed(encoded, BEGINNING.length);
    }

    private static ECParameterSpec parameters() {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public ECPoint getW() {
        int x = BEGINNING.length + 1;
        int y = x + P256Field.BYTES;
        return new ECPoint(
                new BigInteger(1, encoded, x, P256Field.BYTES), new BigInteger(1, encoded, y, P256Field.BYTES));
    }

    @Override
    public ECParameterSpec getParams() {
        return P256;
    }

    @Override
    public String getAlgorithm() {
        return "EC";
    }

    @Override
    public String getFormat() {
        return "X.509";
    }

    /** A copy, as the contract of keys wants it. */
    @Override
    public byte[] getEncoded() {
        return encoded.clone();
    }
}
