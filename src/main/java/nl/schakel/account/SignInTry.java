package nl.schakel.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One sign-in at a provider, under way. State, nonce and the verifier of PKCE (RFC 7636) are computed from a secret that
 * only the browser holds, together with the provider and the demand, so that an answer belongs to one browser, one provider
 * and one demand, and nothing is kept here while somebody is away.
 *
 * @param strong whether a second factor was asked for
 * @param secret 256 random bits in base64url, for a cookie only
 */
public record SignInTry(ProviderName provider, boolean strong, String secret) {
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A try that nobody had before. */
    static SignInTry draw(ProviderName provider, boolean strong) {
        byte[] random = new byte[SECRET_BYTES];
        RANDOM.nextBytes(random);
        return new SignInTry(
                provider, strong, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    /** The try with that secret; empty where the text is no secret. */
    public static Optional<SignInTry> of(ProviderName provider, boolean strong, String secret) {
        return SECRET.matcher(secret).matches()
                ? Optional.of(new SignInTry(provider, strong, secret))
                : Optional.empty();
    }

    /** What the provider sends back with its answer: 64 hexadecimal digits. */
    public String state() {
        return derived("state");
    }

    /** What the provider signs into its identity token. */
    public String nonce() {
        return derived("nonce");
    }

    /** What proves to the provider that the answer's receiver is who asked; goes there on no other way than directly. */
    public String verifier() {
        return derived("verifier");
    }

    /** Whether an answer that carries this state belongs to this try; takes equal time for every state of equal length. */
    boolean owns(String state) {
        return MessageDigest.isEqual(state().getBytes(StandardCharsets.UTF_8), state.getBytes(StandardCharsets.UTF_8));
    }

    /** By what the try is known once it has been answered. */
    TokenDigest digest() {
        return new TokenDigest(derived("answer"));
    }

    private String derived(String use) {
        return TokenDigest.of("openid-" + use + ":" + provider + ":" + strong + ":" + secret)
                .hex();
    }

    @Override
    public String toString() {
        return "SignInTry[" + provider + "]";
    }
}
