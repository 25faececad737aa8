package nl.schakel.pseudonym.crypto;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.schakel.pseudonym.SecretSharing;
import org.bouncycastle.crypto.threshold.ShamirSecretSplitter;
import org.bouncycastle.crypto.threshold.ShamirSecretSplitter.Algorithm;
import org.bouncycastle.crypto.threshold.ShamirSplitSecret;
import org.bouncycastle.crypto.threshold.ShamirSplitSecretShare;

/**
 * Shamir's sharing over GF(2^8) by Bouncy Castle. Its encoding of
 * a share lacks the number, and a wrong share gives a wrong secret: number and checks are those of {@code KeyShare}.
 */
public final class ShamirSharing implements SecretSharing {
    private final SecureRandom random = new SecureRandom();

    /** For the service loader. */
    public ShamirSharing() {}

    @Override
    public List<byte[]> split(byte[] secret, int needed, int shares) {
        try {
            ShamirSplitSecret split = ShamirSecretSplitter.getInstance(Algorithm.AES, secret.length, random)
                    .resplit(secret, needed, shares);
            List<byte[]> encoded = new ArrayList<>();
            for (ShamirSplitSecretShare share : split.getSecretShares()) {
                encoded.add(share.getEncoded());
            }
            return encoded;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public byte[] combine(Map<Integer, byte[]> shares) {
        try {
            ShamirSplitSecretShare[] numbered = shares.entrySet().stream()
                    .map(share -> new ShamirSplitSecretShare(share.getValue(), share.getKey()))
                    .toArray(ShamirSplitSecretShare[]::new);
            return ShamirSplitSecret.getInstance(Algorithm.AES, numbered).getSecret();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
