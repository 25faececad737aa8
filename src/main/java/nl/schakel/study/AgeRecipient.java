package nl.schakel.study;

import java.util.Optional;

/**
 * The researcher's own public key, to which packages are encrypted: an age v1 X25519 recipient ({@code age1...}). The
 * check characters (BIP 173, Bech32) are verified, so that a mistyped key cannot be taken for another.
 *
 * @param value 62 characters, lower case
 */
public record AgeRecipient(String value) {
    private static final String PREFIX = "age";
    private static final int LENGTH = 62;

    /** @throws IllegalArgumentException where form or check characters are wrong; use {@link #parse} for foreign input */
    public AgeRecipient {
        if (value.length() != LENGTH || !value.startsWith(PREFIX + "1") || !Bech32.checks(value)) {
            throw new IllegalArgumentException("not an age recipient");
        }
    }

    /** The recipient, or empty where the text is not one. Surrounding white space is ignored. */
    public static Optional<AgeRecipient> parse(String text) {
        String bare = text.strip();
        boolean valid = bare.length() == LENGTH && bare.startsWith(PREFIX + "1") && Bech32.checks(bare);
        return valid ? Optional.of(new AgeRecipient(bare)) : Optional.empty();
    }

    /** The last twelve characters, in groups of four, for people to compare by telephone. */
    public String shortForm() {
        String end = value.substring(LENGTH - 12);
        return end.substring(0, 4) + " " + end.substring(4, 8) + " " + end.substring(8);
    }

    @Override
    public String toString() {
        return value;
    }
}
