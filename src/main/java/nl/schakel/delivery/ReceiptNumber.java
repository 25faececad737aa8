package nl.schakel.delivery;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/**
 * The number on a receipt: 150 random bits as six groups of five characters (base 32 without I, L, O and U), so that it
 * can be read out over the telephone and cannot be guessed.
 */
public record ReceiptNumber(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){5}");
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int GROUPS = 6;
    private static final int GROUP = 5;

    /** @throws IllegalArgumentException where the form is wrong */
    public ReceiptNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a receipt number");
        }
    }

    /** A new number. */
    public static ReceiptNumber random(SecureRandom randomness) {
        StringBuilder text = new StringBuilder(GROUPS * (GROUP + 1));
        for (int i = 0; i < GROUPS * GROUP; i++) {
            if (i > 0 && i % GROUP == 0) {
                text.append('-');
            }
            text.append(ALPHABET.charAt(randomness.nextInt(ALPHABET.length())));
        }
        return new ReceiptNumber(text.toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
