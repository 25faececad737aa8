package nl.schakel.platform.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
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
        byte[] id = keyId.getBytes(StandardCharsets.UTF_8);
        ByteBuffer message = ByteBuffer.allocate(4 + LABEL.length + id.length);
        message.putShort((short) LABEL.length)
                .put(LABEL)
                .putShort((short) id.length)
                .put(id);
        byte[] bytes = key.copy();
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(message.array()), 0, LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
