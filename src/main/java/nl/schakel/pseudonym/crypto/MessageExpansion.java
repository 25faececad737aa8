package nl.schakel.pseudonym.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * {@code expand_message_xmd} with SHA-256 for two field elements of 48 bytes, under one domain separation tag (RFC 9380
 * sections 5.3.1 and 5.2). Thread-safe.
 */
final class MessageExpansion {
    /** Bytes of one field element before reduction: 256 bits and 128 bits of margin. */
    static final int ELEMENT = 48;

    private static final int HASH = 32;
    private static final int BLOCK = 64;
    private static final int LENGTH = 2 * ELEMENT;

    private final byte[] tag;

    /** @param domain the domain separation tag, 1 to 255 bytes of ASCII or UTF-8 */
    MessageExpansion(String domain) {
        this(domain.getBytes(StandardCharsets.UTF_8));
    }

    /** @param domain the domain separation tag, 1 to 255 bytes */
    MessageExpansion(byte[] domain) {
        if (domain.length == 0 || domain.length > 255) {
            throw new IllegalArgumentException("a domain separation tag has 1 to 255 bytes");
        }
        tag = new byte[domain.length + 1];
        System.arraycopy(domain, 0, tag, 0, domain.length);
        tag[domain.length] = (byte) domain.length;
    }

    /** 96 uniform bytes. */
    byte[] expand(byte[] message) {
        MessageDigest sha = sha256();
        sha.update(new byte[BLOCK]);
        sha.update(message);
        sha.update(new byte[] {0, LENGTH, 0});
        byte[] first = sha.digest(tag);
        byte[] output = new byte[LENGTH];
        byte[] previous = new byte[HASH];
        for (int i = 0; i < LENGTH / HASH; i++) {
            for (int j = 0; j < HASH; j++) {
                previous[j] ^= first[j];
            }
            sha.update(previous);
            sha.update((byte) (i + 1));
            previous = sha.digest(tag);
            System.arraycopy(previous, 0, output, i * HASH, HASH);
        }
        return output;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
