package nl.schakel.pseudonym.crypto;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.schakel.platform.secret.SecretBytes;

/**
 * HMAC-SHA-256 under one key (RFC 2104). The JCA keeps the keyed state between calls, so a thread pays the key schedule
 * once. Thread-safe.
 */
final class HmacKey {
    private static final String ALGORITHM = "HmacSHA256";

    private final Mac keyed;
    private final ThreadLocal<Mac> macs;

    /** Takes a copy of the key. */
    HmacKey(SecretBytes key) {
        byte[] bytes = key.copy();
        try {
            keyed = Mac.getInstance(ALGORITHM);
            keyed.init(new SecretKeySpec(bytes, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
        macs = ThreadLocal.withInitial(this::newMac);
    }

    /** The 32-byte tag of the message. */
    byte[] tag(byte[] message) {
        return macs.get().doFinal(message);
    }

    /** A state of its own, for a message that arrives in pieces. */
    Mac newMac() {
        try {
            synchronized (keyed) {
                return (Mac) keyed.clone();
            }
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }
}
