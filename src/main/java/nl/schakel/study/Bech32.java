package nl.schakel.study;

/** The check characters of Bech32 (BIP 173), lower case only and without its limit of 90 characters. */
final class Bech32 {
    private static final String ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final int[] GENERATOR = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
    private static final int CHECK_CHARACTERS = 6;

    private Bech32() {}

    /** Whether the text is {@code prefix1data} with right check characters. */
    static boolean checks(String text) {
        int separator = text.lastIndexOf('1');
        if (separator < 1 || text.length() - separator <= CHECK_CHARACTERS) {
            return false;
        }
        int sum = 1;
        for (int i = 0; i < separator; i++) {
            char c = text.charAt(i);
            if (c < 33 || c > 126 || (c >= 'A' && c <= 'Z')) {
                return false;
            }
            sum = next(sum, c >> 5);
        }
        sum = next(sum, 0);
        for (int i = 0; i < separator; i++) {
            sum = next(sum, text.charAt(i) & 31);
        }
        for (int i = separator + 1; i < text.length(); i++) {
            int value = ALPHABET.indexOf(text.charAt(i));
            if (value < 0) {
                return false;
            }
            sum = next(sum, value);
        }
        return sum == 1;
    }

    private static int next(int sum, int value) {
        int top = sum >>> 25;
        int result = (sum & 0x1ffffff) << 5 ^ value;
        for (int i = 0; i < GENERATOR.length; i++) {
            result ^= (top >>> i & 1) == 1 ? GENERATOR[i] : 0;
        }
        return result;
    }
}
