package nl.schakel.account.client;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.schakel.account.AccountRefused;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says about itself (OpenID Connect Discovery), asked when it is first needed and again after an hour; and
 * its keys, which are asked again at once when a token names one that is not known, though not oftener than every half
 * minute. Thread-safe.
 */
final class Discovery {
    private static final Duration FRESH = Duration.ofHours(1);

    private final String issuer;
    private final Outbound outbound;
    private final Clock clock;
    private @Nullable Known known;

    Discovery(String issuer, Outbound outbound, Clock clock) {
        this.issuer = issuer;
        this.outbound = outbound;
        this.clock = clock;
    }

    /** What is known of the provider, keys included. */
    record Known(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys, Instant asked) {}

    /** The provider. @throws AccountRefused.ProviderSilent where it does not answer or is not the one that is configured */
    synchronized Known provider() {
        Instant now = clock.instant();
        Known present = known;
        if (present == null || present.asked().plus(FRESH).isBefore(now)) {
            present = ask(now);
            known = present;
        }
        return present;
    }

    private Known ask(Instant now) {
        try {
            OIDCProviderMetadata metadata =
                    OIDCProviderMetadata.parse(outbound.get(URI.create(issuer + "/.well-known/openid-configuration")));
            require(metadata.getIssuer().getValue().equals(issuer));
            List<CodeChallengeMethod> challenges = metadata.getCodeChallengeMethods();
            require(challenges == null || challenges.contains(CodeChallengeMethod.S256));
            require(trusted(metadata.getAuthorizationEndpointURI()) && trusted(metadata.getTokenEndpointURI()));
            JWKSource<SecurityContext> keys = JWKSourceBuilder.create(
                            metadata.getJWKSetURI().toURL(), outbound)
                    .build();
            return new Known(metadata, keys, now);
        } catch (IOException | ParseException | IllegalArgumentException e) {
            throw new AccountRefused.ProviderSilent();
        }
    }

    private static boolean trusted(@Nullable URI address) {
        return Optional.ofNullable(address).filter(ProviderSettings::isTrusted).isPresent();
    }

    private static void require(boolean right) {
        if (!right) {
            throw new AccountRefused.ProviderSilent();
        }
    }
}
