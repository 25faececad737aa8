package nl.schakel.pseudonym.crypto;

/** Base32 of RFC 4648 section 6 in lower case, without padding. */
final class Base32 {
    private static final char[] ALPHABET = "abcdefghijklmnopqrstuvwxyz234567".toCharArray();
    private static final int BITS = 5;

    private Base32() {}

    /** The first {@code length} bytes as characters. */
    static String encode(byte[] bytes, int length) {
        StringBuilder text = new StringBuilder((length * 8 + BITS - 1) / BITS);
        int pending = 0;
        int held = 0;
        for (int i = 0; i < length; i++) {
            pending = (pending << 8) | (bytes[i] & 0xFF);
            held += 8;
            while (held >= BITS) {
                held -= BITS;
                text.append(ALPHABET[(pending >>> held) & 31]);
            }
            pending &= (1 << held) - 1;
        }
        if (held > 0) {
            text.append(ALPHABET[(pending << (BITS - held)) & 31]);
        }
        return text.toString();
    }
}
