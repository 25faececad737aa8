package nl.schakel.account.client;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.schakel.account.AccountRefused;
import nl.schakel.account.AccountRefused.AnswerFault;
import nl.schakel.account.ProvedIdentity;
import nl.schakel.account.ProviderAnswer;
import nl.schakel.account.SignInTry;

/** One provider: the authorization code flow with PKCE (OpenID Connect Core 3.1, RFC 7636, RFC 9700). Thread-safe. */
final class OpenIdProvider {
    /** Signatures by a key of which the provider alone holds the private half; {@code none} and shared secrets are not among them. */
    static final Set<JWSAlgorithm> SIGNATURES = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

    private final ProviderSettings settings;
    private final Outbound outbound;
    private final Discovery discovery;
    private final ClientID client;

    OpenIdProvider(ProviderSettings settings, Outbound outbound, Clock clock) {
        this.settings = settings;
        this.outbound = outbound;
        this.discovery = new Discovery(settings.issuer(), outbound, clock);
        this.client = new ClientID(settings.clientId());
    }

    URI beginning(SignInTry begun) {
        AuthenticationRequest.Builder request = new AuthenticationRequest.Builder(
                        ResponseType.CODE,
                        new Scope(settings.scopes().stream().sorted().toArray(String[]::new)),
                        client,
                        settings.returning())
                .endpointURI(metadata().getAuthorizationEndpointURI())
                .state(new State(begun.state()))
                .nonce(new Nonce(begun.nonce()))
                .codeChallenge(new CodeVerifier(begun.verifier()), CodeChallengeMethod.S256);
        List<ACR> strong = settings.claims().strong().stream().map(ACR::new).toList();
        if (begun.strong() && !strong.isEmpty()) {
            request.acrValues(strong);
        }
        return request.build().toURI();
    }

    Optional<URI> ending() {
        return Optional.ofNullable(metadata().getEndSessionEndpointURI())
                .filter(ProviderSettings::isTrusted)
                .map(end -> new LogoutRequest(end, null, null, client, settings.left(), null, null).toURI());
    }

    ProvedIdentity proved(SignInTry begun, ProviderAnswer answer) {
        requireIssuer(answer);
        OIDCTokens tokens = exchanged(begun, answer);
        IDTokenClaimsSet token = judged(tokens.getIDToken(), begun);
        Map<String, Object> claims = new HashMap<>(token.toJSONObject());
        if (!claims.keySet().containsAll(settings.claims().asked())) {
            asked(tokens, token).forEach(claims::putIfAbsent);
        }
        String acr = token.getClaim("acr") instanceof String said ? said : "";
        return settings.claims().identity(settings.issuer(), token.getSubject().getValue(), acr, claims);
    }

    /** RFC 9207: who answers is who was asked. */
    private void requireIssuer(ProviderAnswer answer) {
        boolean silent = answer.issuer().isEmpty() && !metadata().supportsAuthorizationResponseIssuerParam();
        if (!silent && !answer.issuer().filter(settings.issuer()::equals).isPresent()) {
            throw new AccountRefused.AnswerRefused(AnswerFault.ISSUER);
        }
    }

    private OIDCTokens exchanged(SignInTry begun, ProviderAnswer answer) {
        AuthorizationCodeGrant grant = new AuthorizationCodeGrant(
                new AuthorizationCode(answer.code()), settings.returning(), new CodeVerifier(begun.verifier()));
        URI endpoint = metadata().getTokenEndpointURI();
        try {
            HTTPResponse response = secret().map(
                            known -> new TokenRequest.Builder(endpoint, new ClientSecretBasic(client, known), grant))
                    .orElseGet(() -> new TokenRequest.Builder(endpoint, client, grant))
                    .build()
                    .toHTTPRequest()
                    .send(outbound);
            if (response.getStatusCode() >= 500) {
                throw new AccountRefused.ProviderSilent();
            }
            TokenResponse told = OIDCTokenResponseParser.parse(response);
            if (told instanceof OIDCTokenResponse good) {
                return good.getOIDCTokens();
            }
            throw new AccountRefused.AnswerRefused(AnswerFault.CODE);
        } catch (IOException e) {
            throw new AccountRefused.ProviderSilent();
        } catch (ParseException e) {
            throw new AccountRefused.AnswerRefused(AnswerFault.CODE);
        }
    }

    private Optional<Secret> secret() throws IOException {
        if (settings.secretFile().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Secret(Files.readString(settings.secretFile().orElseThrow()).strip()));
    }

    /** The claims of an identity token that is for this service alone and for this try. */
    private IDTokenClaimsSet judged(JWT token, SignInTry begun) {
        var keys = new JWSVerificationKeySelector<>(
                SIGNATURES, discovery.provider().keys());
        IDTokenValidator validator = new IDTokenValidator(new Issuer(settings.issuer()), client, keys, null);
        try {
            IDTokenClaimsSet claims = validator.validate(token, new Nonce(begun.nonce()));
            // the library lets a second audience and another authorized party pass
            boolean othersToo = claims.getAudience().size() != 1;
            Object party = claims.getClaim("azp");
            if (othersToo || (party != null && !party.equals(client.getValue()))) {
                throw new AccountRefused.AnswerRefused(AnswerFault.TOKEN);
            }
            return claims;
        } catch (BadJOSEException | JOSEException e) {
            throw new AccountRefused.AnswerRefused(AnswerFault.TOKEN);
        }
    }

    /** Claims that the provider tells at its endpoint for them, where they are about the same person. */
    private Map<String, Object> asked(OIDCTokens tokens, IDTokenClaimsSet token) {
        URI endpoint = metadata().getUserInfoEndpointURI();
        if (endpoint == null) {
            return Map.of();
        }
        try {
            UserInfoResponse told = UserInfoResponse.parse(new UserInfoRequest(endpoint, tokens.getAccessToken())
                    .toHTTPRequest()
                    .send(outbound));
            UserInfo info = told.indicatesSuccess() ? told.toSuccessResponse().getUserInfo() : null;
            if (info == null || !info.getSubject().equals(token.getSubject())) {
                throw new AccountRefused.AnswerRefused(AnswerFault.CLAIMS);
            }
            return info.toJSONObject();
        } catch (IOException e) {
            throw new AccountRefused.ProviderSilent();
        } catch (ParseException e) {
            throw new AccountRefused.AnswerRefused(AnswerFault.CLAIMS);
        }
    }

    private OIDCProviderMetadata metadata() {
        return discovery.provider().metadata();
    }
}
