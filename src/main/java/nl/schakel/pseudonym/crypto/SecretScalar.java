package nl.schakel.pseudonym.crypto;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.spec.ECPrivateKeySpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.schakel.platform.secret.SecretBytes;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/**
 * Multiplication by a scalar that lies in this process: by the native library where it can be loaded, otherwise by Bouncy
 * Castle. Before the native library is trusted it must agree with Bouncy Castle under this very key.
 */
final class SecretScalar {
    private static final Logger LOG = System.getLogger(SecretScalar.class.getName());

    private final BigInteger scalar;

    /**
     * @param key 32 bytes big-endian; copied
     * @throws IllegalArgumentException where it is not between 1 and the group order
     */
    SecretScalar(SecretBytes key) {
        byte[] bytes = key.copy();
        scalar = new BigInteger(1, bytes);
        Arrays.fill(bytes, (byte) 0);
        if (scalar.signum() == 0 || scalar.compareTo(CurvePoint.GROUP.getN()) >= 0) {
            throw new IllegalArgumentException("the key is not a scalar of P-256");
        }
    }

    /** The fastest way on this machine. @throws FaultyDerivation where native code and library disagree */
    PointMultiplier multiplier() {
        Optional<Provider> provider = NativeProvider.find();
        if (provider.isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "native ECDH cannot be loaded: numbers are evaluated by Bouncy Castle, some times slower");
            return blinded();
        }
        PointMultiplier derived = derived(provider.get());
        List<CurvePoint> probe = List.of(CurvePoint.GENERATOR, publicKey(), doubled());
        List<byte[]> expected = blinded().multiply(probe);
        List<byte[]> found = derived.multiply(probe);
        for (int i = 0; i < probe.size(); i++) {
            if (!Arrays.equals(expected.get(i), found.get(i))) {
                throw new FaultyDerivation("native ECDH disagrees with Bouncy Castle");
            }
        }
        return derived;
    }

    /** The same without the comparison, for scalars of one moment; some {@link #multiplier} must have been compared before. */
    PointMultiplier usualMultiplier() {
        return NativeProvider.find().map(this::derived).orElseGet(this::blinded);
    }

    PointMultiplier blinded() {
        return new BlindedMultiplier(scalar);
    }

    PointMultiplier derived(Provider provider) {
        try {
            KeyFactory factory = KeyFactory.getInstance("EC", provider);
            ECPrivateKeySpec specification = new ECPrivateKeySpec(scalar, EncodedPoint.P256);
            ProviderDerivation derivation = new ProviderDerivation(provider, factory.generatePrivate(specification));
            return new DerivedMultiplier(derivation, publicKey());
        } catch (GeneralSecurityException e) {
            throw new FaultyDerivation("the key does not go into " + provider.getName(), e);
        }
    }

    private CurvePoint publicKey() {
        return CurvePoint.of(new FixedPointCombMultiplier().multiply(CurvePoint.GROUP.getG(), scalar));
    }

    private static CurvePoint doubled() {
        return CurvePoint.of(CurvePoint.GROUP.getG().twice());
    }
}
