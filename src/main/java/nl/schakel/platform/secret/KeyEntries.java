package nl.schakel.platform.secret;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.TreeMap;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

/**
 * The keys of one holder by id and kind, being gathered for a new store or read from one. Not thread-safe.
 *
 * @param secrets symmetric keys, 32 bytes
 * @param seeds Ed25519 seeds, 32 bytes
 * @param curveKeys P-256 keys
 */
public record KeyEntries(
        TreeMap<String, SecretBytes> secrets, TreeMap<String, SecretBytes> seeds, TreeMap<String, CurveKey> curveKeys) {
    private static final X9ECParameters P256 = CustomNamedCurves.getByName("P-256");
    private static final int KEY_LENGTH = 32;

    /** No keys yet. */
    public KeyEntries() {
        this(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    /** Draws a symmetric key of 256 bits. */
    public KeyEntries withSecret(String keyId, SecureRandom random) {
        secrets.put(keyId, drawn(random));
        return this;
    }

    /** Draws an Ed25519 key. */
    public KeyEntries withSigning(String keyId, SecureRandom random) {
        seeds.put(keyId, drawn(random));
        return this;
    }

    /** Draws a P-256 key, uniform between 1 and the group order. */
    public KeyEntries withCurve(String keyId, SecureRandom random) {
        BigInteger scalar =
                BigIntegers.createRandomInRange(BigInteger.ONE, P256.getN().subtract(BigInteger.ONE), random);
        curveKeys.put(keyId, curveKey(scalar));
        return this;
    }

    static CurveKey curveKey(BigInteger scalar) {
        byte[] bytes = BigIntegers.asUnsignedByteArray(KEY_LENGTH, scalar);
        byte[] point =
                new FixedPointCombMultiplier().multiply(P256.getG(), scalar).getEncoded(true);
        try {
            return new CurveKey(SecretBytes.copyOf(bytes), point);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static SecretBytes drawn(SecureRandom random) {
        byte[] bytes = new byte[KEY_LENGTH];
        random.nextBytes(bytes);
        try {
            return SecretBytes.copyOf(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** Writes the keys as a new store, encrypted under the pass-phrase. @throws java.io.UncheckedIOException if it fails */
    public void writeTo(HolderFiles files) {
        BcfksFile.write(this, files);
    }
}
