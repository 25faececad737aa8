package nl.schakel.pseudonym.crypto;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Builds a message of LVS-PSN-1 from parts: {@code L(x) = u16be(len(x)) || x} and {@code u32} big-endian. Every part says
 * its length, so two different lists of parts never give the same message. Not thread-safe.
 */
final class Framed {
    private static final int LONGEST = 0xFFFF;
    private final ByteArrayOutputStream message = new ByteArrayOutputStream(128);

    /** Begins with a label. */
    static Framed of(String label) {
        return new Framed().text(label);
    }

    /** Adds {@code L} of the UTF-8 bytes. */
    Framed text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds {@code L} of the bytes. @throws IllegalArgumentException for more than 65,535 */
    Framed bytes(byte[] bytes) {
        if (bytes.length > LONGEST) {
            throw new IllegalArgumentException("a part has at most 65535 bytes");
        }
        message.write(bytes.length >>> 8);
        message.write(bytes.length);
        message.writeBytes(bytes);
        return this;
    }

    /** Adds {@code u32}, without a length. */
    Framed u32(int value) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            message.write(value >>> shift);
        }
        return this;
    }

    byte[] toBytes() {
        return message.toByteArray();
    }
}
