package nl.schakel.pseudonym.crypto;

import java.util.Arrays;

/** HKDF-Expand with SHA-256 (RFC 5869 section 2.3); the pseudorandom key is the HMAC key. */
final class Hkdf {
    private static final int HASH = 32;
    private static final int MOST_BLOCKS = 255;

    private Hkdf() {}

    /** {@code length} bytes, 1 to 8,160, bound to {@code info}. @throws IllegalArgumentException for another length */
    static byte[] expand(HmacKey key, byte[] info, int length) {
        if (length < 1 || length > MOST_BLOCKS * HASH) {
            throw new IllegalArgumentException("HKDF gives 1 to 8160 bytes");
        }
        byte[] output = new byte[length];
        byte[] block = {};
        byte[] counter = {0};
        for (int done = 0; done < length; done += HASH) {
            counter[0]++;
            HmacKey.Running next = key.begin().update(block, 0, block.length).update(info, 0, info.length);
            block = next.update(counter, 0, 1).tag();
            System.arraycopy(block, 0, output, done, Math.min(HASH, length - done));
        }
        Arrays.fill(block, (byte) 0);
        return output;
    }
}
