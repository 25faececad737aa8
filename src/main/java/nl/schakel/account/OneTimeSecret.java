package nl.schakel.account;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;

/**
 * A secret that is shown once and kept as a digest only.
 *
 * @param text as its holder gets it
 * @param expires from this moment on it opens nothing
 */
public record OneTimeSecret(String text, Instant expires) {
    /** Thirty-two signs that nobody mistakes for one another when reading aloud (Crockford). */
    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final String TOKEN = "sch_";
    private static final int GROUPS = 5;
    private static final int GROUP = 5;
    private static final int TOKEN_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A code of 125 random bits to be typed: five groups of five signs. */
    static OneTimeSecret code(Instant expires) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            if (i > 0 && i % GROUP == 0) {
                text.append('-');
            }
            text.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return new OneTimeSecret(text.toString(), expires);
    }

    /** A token of 256 random bits for a machine. */
    static OneTimeSecret token(Instant expires) {
        byte[] random = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(random);
        return new OneTimeSecret(TOKEN + Base64.getUrlEncoder().withoutPadding().encodeToString(random), expires);
    }

    /** Whether this is a token for a machine, and not a code to be typed. */
    public boolean isToken() {
        return text.startsWith(TOKEN);
    }

    /** What is kept of a typed code, whatever its case, spaces and hyphens; O counts as 0, I and L as 1. */
    static TokenDigest ofCode(String typed) {
        String plain = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
        return TokenDigest.of(
                "code:" + plain.replace('O', '0').replace('I', '1').replace('L', '1'));
    }

    @Override
    public String toString() {
        return "OneTimeSecret[hidden]";
    }
}
