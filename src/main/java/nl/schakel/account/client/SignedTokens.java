package nl.schakel.account.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import nl.schakel.account.ClientTokens;
import nl.schakel.account.IdentityName;
import org.eclipse.microprofile.config.Config;

/** Tokens of programs, judged by the configuration. */
@ApplicationScoped
public class SignedTokens implements ClientTokens {
    private final Optional<ExpectedToken> expected;

    /** For the container's proxy. */
    protected SignedTokens() {
        this.expected = Optional.empty();
    }

    /** Reads the configuration. @throws IllegalArgumentException naming a key that is wrong */
    @Inject
    public SignedTokens(Config config, Clock clock) {
        this.expected = config.getOptionalValue("schakel.api.uitgever", String.class)
                .map(issuer -> new ExpectedToken(
                        issuer, audience(config), new Discovery(trusted(issuer), new Outbound(), clock)));
    }

    private static String audience(Config config) {
        return config.getOptionalValue("schakel.api.gehoor", String.class)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new IllegalArgumentException("schakel.api.gehoor is missing"));
    }

    private static String trusted(String issuer) {
        if (issuer.endsWith("/") || !ProviderSettings.isTrusted(URI.create(issuer))) {
            throw new IllegalArgumentException("schakel.api.uitgever is not an https address without slash at the end");
        }
        return issuer;
    }

    @Override
    public Optional<String> issuer() {
        return expected.map(ExpectedToken::issuer);
    }

    @Override
    public Optional<IdentityName> client(String token) {
        return expected.flatMap(known -> known.client(token));
    }
}
