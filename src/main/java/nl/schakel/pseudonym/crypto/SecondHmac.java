package nl.schakel.pseudonym.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import nl.schakel.platform.secret.HolderStore;
import nl.schakel.platform.secret.HolderToken;
import nl.schakel.platform.secret.KeyHolder;
import nl.schakel.platform.secret.SecretBytes;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * A layer of the linkage keys by another implementation than {@link LinkLayers}: Bouncy Castle's HMAC over a message that is
 * laid out here anew. A key in a hardware token does not leave it, so there the token computes again, one operation for
 * each value. Thread-safe.
 */
final class SecondHmac {
    private static final byte[] LABEL = "lvs-psn-1/link".getBytes(StandardCharsets.US_ASCII);
    private static final int LENGTH = 32;

    private final int generation;
    private final Tag tag;

    private interface Tag {
        byte[] of(byte[] message);
    }

    private SecondHmac(int generation, Tag tag) {
        this.generation = generation;
        this.tag = tag;
    }

    static SecondHmac of(KeyHolder keys, int generation) {
        String keyId = "link/" + generation;
        if (keys instanceof HolderToken token) {
            return new SecondHmac(generation, message -> inToken(token, keyId, message));
        }
        try (SecretBytes secret = ((HolderStore) keys).secret(keyId)) {
            byte[] bytes = secret.copy();
            try {
                return new SecondHmac(generation, inSoftware(new KeyParameter(bytes)));
            } finally {
                Arrays.fill(bytes, (byte) 0);
            }
        }
    }

    private static Tag inSoftware(KeyParameter key) {
        return message -> {
            HMac hmac = new HMac(new SHA256Digest());
            hmac.init(key);
            hmac.update(message, 0, message.length);
            byte[] result = new byte[LENGTH];
            hmac.doFinal(result, 0);
            return result;
        };
    }

    private static byte[] inToken(HolderToken token, String keyId, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256", token.provider());
            mac.init(token.secret(keyId));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new FaultyDerivation("HMAC by " + token.provider().getName() + " fails", e);
        }
    }

    byte[] over(byte[] value) {
        ByteBuffer message = ByteBuffer.allocate(2 + LABEL.length + 4 + 2 + value.length);
        message.putShort((short) LABEL.length).put(LABEL).putInt(generation);
        message.putShort((short) value.length).put(value);
        return tag.of(message.array());
    }
}
