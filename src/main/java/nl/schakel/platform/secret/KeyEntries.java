package nl.schakel.platform.secret;

import java.math.BigInteger;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
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
        TreeMap<String, SecretBytes> secrets, TreeMap<String, SecretBytes> seeds, TreeMap<String, CurveKey> curveKeys)
        implements AutoCloseable {
    private static final X9ECParameters P256 = CustomNamedCurves.getByName("P-256");
    private static final int KEY_LENGTH = 32;

    /** No keys yet. */
    public KeyEntries() {
        this(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    /** The keys of a store. @throws KeysUnavailable where it does not open */
    public static KeyEntries read(HolderFiles files) {
        return BcfksFile.read(files);
    }

    /** The keys of a reserve copy by its unlock key. @throws KeysUnavailable where it is another, or the copy is damaged */
    public static KeyEntries readReserve(Path copy, byte[] unlock) {
        char[] passphrase = hex(unlock);
        try {
            return BcfksFile.read(copy, passphrase);
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    /** Writes the keys as a new reserve copy, encrypted under an unlock key of 32 random bytes. */
    public void writeReserve(Path copy, byte[] unlock) {
        char[] passphrase = hex(unlock);
        try {
            BcfksFile.write(this, copy, passphrase, BcfksFile.NO_COST);
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    private static char[] hex(byte[] bytes) {
        char[] digits = new char[2 * bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            digits[2 * i] = Character.forDigit((bytes[i] >> 4) & 15, 16);
            digits[2 * i + 1] = Character.forDigit(bytes[i] & 15, 16);
        }
        return digits;
    }

    /** The check value of each key as lower-case hexadecimal, by key id: KCV, or the public key of a pair. */
    public Map<String, String> checkValues() {
        Map<String, String> values = new TreeMap<>();
        secrets.forEach((id, key) -> values.put(id, KeyCheck.of(id, key)));
        seeds.forEach((id, seed) -> values.put(id, HexFormat.of().formatHex(new SigningKey(seed).publicKey())));
        curveKeys.forEach((id, key) -> values.put(id, HexFormat.of().formatHex(key.publicPoint())));
        return values;
    }

    /** Removes a key, where it is there. */
    public void remove(String keyId) {
        secrets.remove(keyId);
        seeds.remove(keyId);
        curveKeys.remove(keyId);
    }

    /** Wipes the keys. Idempotent. */
    @Override
    public void close() {
        secrets.values().forEach(SecretBytes::close);
        seeds.values().forEach(SecretBytes::close);
        curveKeys.values().forEach(key -> key.scalar().close());
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
        BcfksFile.write(this, files, BcfksFile.SCRYPT);
    }
}
