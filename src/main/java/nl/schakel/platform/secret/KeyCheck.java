package nl.schakel.platform.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Key check values (KCV): they tell which key is in use without telling anything of the key. For a symmetric key the first
 * 8 bytes of {@code HMAC-SHA-256(K, L("lvs-psn-1/kcv") || L(key id))}; a key pair is known by its public key instead.
 * Source: design section 5.
 */
public final class KeyCheck {
    private static final int LENGTH = 8;
    private static final byte[] LABEL = "lvs-psn-1/kcv".getBytes(StandardCharsets.UTF_8);

    private KeyCheck() {}

    /** The check value as 16 lower-case hexadecimal digits. Two ids of one key have unrelated check values. */
    public static String of(String keyId, SecretBytes key) {
        byte[] bytes = key.copy();
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
            return of(keyId, mac::doFinal);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** The check value of a key that tags messages elsewhere. */
    static String of(String keyId, UnaryOperator<byte[]> hmac) {
        byte[] id = keyId.getBytes(StandardCharsets.UTF_8);
        ByteBuffer message = ByteBuffer.allocate(4 + LABEL.length + id.length);
        message.putShort((short) LABEL.length)
                .put(LABEL)
                .putShort((short) id.length)
                .put(id);
        return HexFormat.of().formatHex(hmac.apply(message.array()), 0, LENGTH);
    }
}
