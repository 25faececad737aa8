package nl.schakel.account.client;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.util.Optional;
import java.util.Set;
import nl.schakel.account.IdentityName;

/**
 * What a program's access token must be (RFC 9068, RFC 8725): signed by the issuer with an asymmetric key of its published
 * set, for this service, valid now, and no identity token. A header that says where its key is to be found is refused, not
 * ignored.
 */
record ExpectedToken(String issuer, String audience, Discovery discovery) {
    private static final int SKEW_SECONDS = 30;
    private static final int LONGEST = 8_192;
    private static final JOSEObjectType ACCESS = new JOSEObjectType("at+jwt");
    private static final JOSEObjectType ACCESS_IN_FULL = new JOSEObjectType("application/at+jwt");
    private static final Set<String> FOREIGN_KEYS = Set.of("jku", "jwk", "x5u", "x5c", "crit", "b64");
    private static final Set<String> NEEDED = Set.of("sub", "exp", "iat");
    private static final Set<String> OF_IDENTITY_TOKENS = Set.of("nonce", "at_hash", "c_hash");

    /**
     * Whose token it is; empty for any text that is not such a token.
     *
     * @throws nl.schakel.account.AccountRefused.ProviderSilent where the issuer cannot be asked how it works
     */
    Optional<IdentityName> client(String token) {
        if (token.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            SignedJWT signed = SignedJWT.parse(token);
            if (namesItsKey(signed.getHeader())) {
                return Optional.empty();
            }
            JWTClaimsSet claims = processor().process(signed, null);
            return Optional.of(claims)
                    .filter(ExpectedToken::isAccessToken)
                    .map(said -> new IdentityName(issuer, said.getSubject()));
        } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private DefaultJWTProcessor<SecurityContext> processor() {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(ACCESS, ACCESS_IN_FULL, JOSEObjectType.JWT, null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                OpenIdProvider.SIGNATURES, discovery.provider().keys()));
        DefaultJWTClaimsVerifier<SecurityContext> verifier = new DefaultJWTClaimsVerifier<>(
                audience, new JWTClaimsSet.Builder().issuer(issuer).build(), NEEDED);
        verifier.setMaxClockSkew(SKEW_SECONDS);
        processor.setJWTClaimsSetVerifier(verifier);
        return processor;
    }

    private static boolean namesItsKey(JWSHeader header) {
        return header.toJSONObject().keySet().stream().anyMatch(FOREIGN_KEYS::contains);
    }

    /** Keycloak calls both kinds JWT and tells them apart by a claim. */
    private static boolean isAccessToken(JWTClaimsSet claims) {
        Object kind = claims.getClaim("typ");
        return (kind == null || kind.equals("Bearer"))
                && OF_IDENTITY_TOKENS.stream().noneMatch(name -> claims.getClaim(name) != null);
    }
}
