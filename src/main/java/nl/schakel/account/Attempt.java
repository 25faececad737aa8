package nl.schakel.account;

import java.util.Locale;
import nl.schakel.platform.secret.SecretBytes;

/**
 * One try to sign in.
 *
 * @param username as typed; compared in lower case without surrounding space
 * @param password UTF-8; closed by the caller
 * @param origin network address from which the try came
 */
public record Attempt(String username, SecretBytes password, String origin) {
    /** Normalizes the username. */
    public Attempt {
        username = username.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "Attempt[hidden]";
    }
}
