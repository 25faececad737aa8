package nl.schakel.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import nl.schakel.platform.secret.SecretBytes;

/** Turns a new password that is fit into what is kept of it. */
@Dependent
public class NewPassword {
    private final Passwords passwords;

    /** Takes its port. */
    @Inject
    public NewPassword(Passwords passwords) {
        this.passwords = passwords;
    }

    /**
     * The hash.
     *
     * @throws AccountRefused.UnfitPassword where it is too short or too long
     * @throws AccountRefused.PasswordHoldsName where the username stands in it
     */
    String hash(String password, String username) {
        PasswordRule.check(password, username);
        byte[] clear = password.getBytes(StandardCharsets.UTF_8);
        try (SecretBytes secret = SecretBytes.copyOf(clear)) {
            return passwords.hash(secret);
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }
}
