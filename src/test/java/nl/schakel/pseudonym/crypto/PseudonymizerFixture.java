package nl.schakel.pseudonym.crypto;

import java.util.Random;
import java.util.TreeMap;
import nl.schakel.platform.secret.SecretBytes;
import nl.schakel.pseudonym.Pseudonymizer;

/** Pseudonymizers under keys drawn from a seed, without any key store. */
final class PseudonymizerFixture {
    private PseudonymizerFixture() {}

    static Pseudonymizer withSeed(long seed) {
        return withSeedBut(seed, "");
    }

    /** The same keys, but another one in the place of {@code changed}. */
    static Pseudonymizer withSeedBut(long seed, String changed) {
        HolderA a = new HolderA(
                new Oprf(new SecretScalar(drawn(seed, "oprf", changed)).multiplier()),
                HmacKey.of(drawn(seed, "token", changed)));
        TreeMap<Integer, HmacKey> link = new TreeMap<>();
        link.put(1, HmacKey.of(drawn(seed, "link/1", changed)));
        return new DirectPseudonymizer(a, new LinkLayers(link));
    }

    private static SecretBytes drawn(long seed, String keyId, String changed) {
        byte[] bytes = new byte[32];
        new Random(seed * 31 + keyId.hashCode() + (keyId.equals(changed) ? 1 : 0)).nextBytes(bytes);
        bytes[0] = 0;
        return SecretBytes.copyOf(bytes);
    }
}
