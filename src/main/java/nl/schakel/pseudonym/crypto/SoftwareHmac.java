package nl.schakel.pseudonym.crypto;

import java.security.MessageDigest;
import java.util.Arrays;
import nl.schakel.platform.secret.SecretBytes;

/**
 * HMAC-SHA-256 under one key (RFC 2104), as two states of SHA-256 that have already taken in the padded key and are cloned
 * for each message. The JCA's own {@code Mac} takes the key in again for every message, which doubles the work on short
 * ones (benchmark {@code pseudonym}). Thread-safe.
 */
final class SoftwareHmac implements HmacKey {
    private static final int BLOCK = 64;
    private static final int INNER = 0x36;
    private static final int OUTER = 0x5C;

    private final MessageDigest inner;
    private final MessageDigest outer;

    /** Takes what it needs of the key, of any length. */
    SoftwareHmac(SecretBytes key) {
        byte[] bytes = key.copy();
        byte[] fitting = bytes.length > BLOCK ? MessageExpansion.sha256().digest(bytes) : bytes;
        byte[] padded = Arrays.copyOf(fitting, BLOCK);
        inner = keyed(padded, INNER);
        outer = keyed(padded, OUTER);
        Arrays.fill(bytes, (byte) 0);
        Arrays.fill(fitting, (byte) 0);
        Arrays.fill(padded, (byte) 0);
    }

    private static MessageDigest keyed(byte[] padded, int pad) {
        MessageDigest state = MessageExpansion.sha256();
        for (byte octet : padded) {
            state.update((byte) (octet ^ pad));
        }
        return state;
    }

    private static MessageDigest copy(MessageDigest state) {
        try {
            return (MessageDigest) state.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public byte[] tag(byte[] message) {
        return copy(outer).digest(copy(inner).digest(message));
    }

    @Override
    public HmacKey.Running begin() {
        return new Running(copy(inner), copy(outer));
    }

    private static final class Running implements HmacKey.Running {
        private final MessageDigest inner;
        private final MessageDigest outer;

        Running(MessageDigest inner, MessageDigest outer) {
            this.inner = inner;
            this.outer = outer;
        }

        @Override
        public Running update(byte[] bytes, int offset, int length) {
            inner.update(bytes, offset, length);
            return this;
        }

        @Override
        public byte[] tag() {
            return outer.digest(inner.digest());
        }
    }
}
