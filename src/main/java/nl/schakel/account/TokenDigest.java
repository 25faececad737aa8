package nl.schakel.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What is kept of a token: its SHA-256. A token holds 256 random bits, or 200 in the development accounts, so it cannot be
 * guessed from its digest and needs no slow hash.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record TokenDigest(String hex) {
    /** The digest of a token as its holder sends it. */
    public static TokenDigest of(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return new TokenDigest(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
