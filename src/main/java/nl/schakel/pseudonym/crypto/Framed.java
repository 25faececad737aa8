package nl.schakel.pseudonym.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Builds a message of LVS-PSN-1 from parts: {@code L(x) = u16be(len(x)) || x} and {@code u32} big-endian. Every part says
 * its length, so two different lists of parts never give the same message. Not thread-safe.
 */
final class Framed {
    private static final int LONGEST = 0xFFFF;
    private static final int USUAL = 160;

    private byte[] message = new byte[USUAL];
    private int length;

    /** Begins with a label. */
    static Framed of(String label) {
        return new Framed().text(label);
    }

    /** Begins with the parts of a message that is used again and again. */
    static Framed after(byte[] beginning) {
        Framed framed = new Framed();
        framed.put(beginning);
        return framed;
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
        room(2);
        message[length++] = (byte) (bytes.length >>> 8);
        message[length++] = (byte) bytes.length;
        put(bytes);
        return this;
    }

    /** Adds {@code u32}, without a length. */
    Framed u32(int value) {
        room(Integer.BYTES);
        for (int shift = 24; shift >= 0; shift -= 8) {
            message[length++] = (byte) (value >>> shift);
        }
        return this;
    }

    private void put(byte[] bytes) {
        room(bytes.length);
        System.arraycopy(bytes, 0, message, length, bytes.length);
        length += bytes.length;
    }

    private void room(int bytes) {
        if (length + bytes > message.length) {
            byte[] larger = Arrays.copyOf(message, Math.max(2 * message.length, length + bytes));
            wipe();
            message = larger;
        }
    }

    /** A copy of the message so far. */
    byte[] toBytes() {
        return Arrays.copyOf(message, length);
    }

    /** The tag of the message; the message is wiped. */
    byte[] tag(HmacKey key) {
        try {
            return key.begin().update(message, 0, length).tag();
        } finally {
            wipe();
        }
    }

    private void wipe() {
        Arrays.fill(message, (byte) 0);
    }
}
