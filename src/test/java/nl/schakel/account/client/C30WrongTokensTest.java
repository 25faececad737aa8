package nl.schakel.account.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import nl.schakel.account.IdentityName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Check C30: access tokens of programs that are wrong in one way each, beside the right one. */
class C30WrongTokensTest {
    private static final String HERE = "https://schakel.example/api";
    private static final RSAKey KEY = StubProvider.KEY;
    private static final RSAKey OTHER = StubProvider.key("sleutel-1");

    private StubProvider stub;

    @BeforeEach
    void start() throws IOException {
        stub = new StubProvider();
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void the_right_token_is_its_program() throws Exception {
        Optional<IdentityName> known = Optional.of(new IdentityName(stub.issuer(), "lvs-1"));
        assertThat(judged(signed(header -> header, claims().build()))).isEqualTo(known);
        assertThat(judged(signed(header -> header.type(new JOSEObjectType("at+jwt")), claims().build())))
                .isEqualTo(known);
        assertThat(judged(signed(
                        header -> header.type(JOSEObjectType.JWT),
                        claims().claim("typ", "Bearer").build())))
                .isEqualTo(known);
        assertThat(judged(signed(
                        header -> header,
                        claims().audience(List.of("account", HERE)).build())))
                .isEqualTo(known);
    }

    @Test
    void a_token_with_wrong_claims_is_nobodys() throws Exception {
        Instant now = Clock.systemUTC().instant();
        Map<String, JWTClaimsSet.Builder> wrong = new LinkedHashMap<>();
        wrong.put("another issuer", claims().issuer("https://evil.example"));
        wrong.put("issuer with a slash", claims().issuer(stub.issuer() + "/"));
        wrong.put("no issuer", claims().issuer(null));
        wrong.put("another audience", claims().audience("https://schakel.example"));
        wrong.put("no audience", claims().audience((String) null));
        wrong.put("expired", claims().expirationTime(Date.from(now.minusSeconds(60))));
        wrong.put("no end", claims().expirationTime(null));
        wrong.put("not yet", claims().notBeforeTime(Date.from(now.plusSeconds(600))));
        wrong.put("no moment", claims().issueTime(null));
        wrong.put("no subject", claims().subject(null));
        wrong.put("empty subject", claims().subject(""));
        wrong.put("endless subject", claims().subject("x".repeat(256)));
        wrong.put("an identity token by its nonce", claims().claim("nonce", "n"));
        wrong.put("an identity token by its hash", claims().claim("at_hash", "h"));
        wrong.put("an identity token by its kind", claims().claim("typ", "ID"));
        wrong.put("a refresh token", claims().claim("typ", "Refresh"));
        for (Map.Entry<String, JWTClaimsSet.Builder> one : wrong.entrySet()) {
            assertThat(judged(signed(header -> header, one.getValue().build())))
                    .as(one.getKey())
                    .isEmpty();
        }
    }

    @Test
    void a_header_that_points_elsewhere_makes_it_nobodys() throws Exception {
        URI evil = URI.create(stub.issuer() + "/certs");
        Map<String, UnaryOperator<JWSHeader.Builder>> wrong = new LinkedHashMap<>();
        wrong.put("jku", header -> header.jwkURL(evil));
        wrong.put("x5u", header -> header.x509CertURL(evil));
        wrong.put("x5c", header -> header.x509CertChain(List.of(Base64.encode("x"))));
        wrong.put("jwk of the right key", header -> header.jwk(KEY.toPublicJWK()));
        wrong.put("crit", header -> header.criticalParams(Set.of("exp")).customParam("exp", 1));
        for (String kid :
                new String[] {"", "sleutel-2", "../sleutel-1", "sleutel-1' or '1'='1", "/dev/null", "sleutel-1\n"}) {
            wrong.put("kid " + kid, header -> header.keyID(kid));
        }
        for (String type : new String[] {"logout+jwt", "dpop+jwt", "secevent+jwt", "JWE", "at+jwt "}) {
            wrong.put("typ " + type, header -> header.type(new JOSEObjectType(type)));
        }
        for (Map.Entry<String, UnaryOperator<JWSHeader.Builder>> one : wrong.entrySet()) {
            assertThat(judged(signed(one.getValue(), claims().build())))
                    .as(one.getKey())
                    .isEmpty();
        }
    }

    @Test
    void a_key_that_the_header_brings_along_is_not_believed() throws Exception {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .jwk(OTHER.toPublicJWK())
                        .build(),
                claims().build());
        token.sign(new RSASSASigner(OTHER));
        assertThat(judged(token.serialize())).isEmpty();
    }

    @Test
    void a_wrong_signature_or_none_makes_it_nobodys() throws Exception {
        String good = signed(header -> header, claims().build());
        String[] parts = good.split("\\.", -1);
        byte[] publicKey = KEY.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
        Map<String, String> wrong = new LinkedHashMap<>();
        wrong.put("alg none", new PlainJWT(claims().build()).serialize());
        for (String none : new String[] {"none", "None", "NONE", "nOnE"}) {
            wrong.put("alg " + none, Base64URL.encode("{\"alg\":\"" + none + "\"}") + "." + parts[1] + ".");
            wrong.put(
                    "alg " + none + " with a signature",
                    Base64URL.encode("{\"alg\":\"" + none + "\"}") + "." + parts[1] + "." + parts[2]);
        }
        wrong.put("the public key as a shared secret", with(JWSAlgorithm.HS256, new MACSigner(publicKey)));
        wrong.put(
                "the encoded key as a shared secret",
                with(JWSAlgorithm.HS256, new MACSigner(KEY.toPublicKey().getEncoded())));
        wrong.put("another algorithm of the right key", with(JWSAlgorithm.RS384, new RSASSASigner(KEY)));
        wrong.put("another key of the same name", with(JWSAlgorithm.RS256, new RSASSASigner(OTHER)));
        wrong.put(
                "changed claims",
                parts[0] + "."
                        + Base64URL.encode(
                                new Base64URL(parts[1]).decodeToString().replace("lvs-1", "lvs-2")) + "." + parts[2]);
        wrong.put("no signature", parts[0] + "." + parts[1] + ".");
        wrong.put("two parts", parts[0] + "." + parts[1]);
        wrong.put("four parts", good + ".x");
        wrong.put("five parts", good + ".x.y");
        wrong.put("nothing between the stops", "..");
        wrong.put("a stop", ".");
        wrong.put("no JSON", Base64URL.encode("x") + "." + parts[1] + "." + parts[2]);
        wrong.put("endless", good + "A".repeat(9_000));
        for (int at = 0; at < parts[2].length() - 1; at += 17) {
            char other = parts[2].charAt(at) == 'A' ? 'B' : 'A';
            wrong.put(
                    "sign " + at,
                    parts[0] + "." + parts[1] + "." + parts[2].substring(0, at) + other + parts[2].substring(at + 1));
        }
        for (Map.Entry<String, String> one : wrong.entrySet()) {
            assertThat(judged(one.getValue())).as(one.getKey()).isEmpty();
        }
    }

    private String with(JWSAlgorithm algorithm, JWSSigner signer) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(algorithm).keyID(KEY.getKeyID()).build(), claims().build());
        token.sign(signer);
        return token.serialize();
    }

    private static String signed(UnaryOperator<JWSHeader.Builder> header, JWTClaimsSet claims) throws JOSEException {
        JWSHeader.Builder plain = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY.getKeyID());
        SignedJWT token = new SignedJWT(header.apply(plain).build(), claims);
        token.sign(new RSASSASigner(KEY));
        return token.serialize();
    }

    private JWTClaimsSet.Builder claims() {
        Instant now = Clock.systemUTC().instant();
        return new JWTClaimsSet.Builder()
                .issuer(stub.issuer())
                .audience(HERE)
                .subject("lvs-1")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)));
    }

    private Optional<IdentityName> judged(String token) {
        Discovery discovery = new Discovery(stub.issuer(), new Outbound(), Clock.systemUTC());
        return new ExpectedToken(stub.issuer(), HERE, discovery).client(token);
    }
}
