package nl.schakel.account.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import nl.schakel.account.AccountRefused;
import nl.schakel.account.ClaimsMap;
import nl.schakel.account.ProvedIdentity;
import nl.schakel.account.ProviderAnswer;
import nl.schakel.account.ProviderName;
import nl.schakel.account.ProviderOffer;
import nl.schakel.account.SignInTry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A provider as the service asks and believes it; most of what it says here is wrong. */
class OpenIdProviderTest {
    private static final String CLIENT = "schakel";
    private static final ProviderName NAME = new ProviderName("proef");
    private static final RSAKey OTHER = StubProvider.key("sleutel-1");

    private Path folder;
    private StubProvider stub;
    private final SignInTry begun = SignInTry.of(NAME, true, "A".repeat(43)).orElseThrow();

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        this.folder = folder;
        stub = new StubProvider();
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void the_question_carries_state_nonce_challenge_and_the_wanted_second_factor() throws Exception {
        URI address = provider().beginning(begun);
        Map<String, String> asked = query(address);
        assertThat(address.toString()).startsWith(stub.issuer() + "/auth?");
        String challenge = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(MessageDigest.getInstance("SHA-256")
                        .digest(begun.verifier().getBytes(StandardCharsets.US_ASCII)));
        assertThat(asked)
                .containsEntry("vast", "ja")
                .containsEntry("response_type", "code")
                .containsEntry("client_id", CLIENT)
                .containsEntry("scope", "openid profile")
                .containsEntry("redirect_uri", "https://schakel.example/portaal/aanmelden/bij/proef/terug")
                .containsEntry("state", begun.state())
                .containsEntry("nonce", begun.nonce())
                .containsEntry("code_challenge", challenge)
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("acr_values", "mfa strong");
        assertThat(address.toString()).doesNotContain(begun.verifier()).doesNotContain(begun.secret());
        SignInTry plain = SignInTry.of(NAME, false, "A".repeat(43)).orElseThrow();
        assertThat(query(provider().beginning(plain))).doesNotContainKey("acr_values");
    }

    @Test
    void the_code_is_exchanged_with_the_verifier_and_the_secret_of_the_file() throws Exception {
        stub.idToken(StubProvider.signed(claims().build()));
        ProvedIdentity proved = proved();
        assertThat(proved.subject()).isEqualTo("subject-1");
        assertThat(proved.issuer()).isEqualTo(stub.issuer());
        assertThat(proved.strong()).isTrue();
        String basic = Base64.getEncoder().encodeToString("schakel:client-geheim".getBytes(StandardCharsets.UTF_8));
        assertThat(stub.questions()).singleElement().satisfies(asked -> assertThat(asked)
                .startsWith("Basic " + basic + " ")
                .contains("grant_type=authorization_code", "code=de-code", "code_verifier=" + begun.verifier())
                .doesNotContain("client_secret"));
    }

    @Test
    void a_token_that_is_wrong_in_any_way_is_refused() throws Exception {
        for (Map.Entry<String, String> wrong : wrongTokens().entrySet()) {
            stub.idToken(wrong.getValue());
            assertThat(catchThrowable(this::proved))
                    .as(wrong.getKey())
                    .isInstanceOfSatisfying(
                            AccountRefused.AnswerRefused.class,
                            refused -> assertThat(refused.facts().get("fout")).isIn("TOKEN", "CODE"));
        }
    }

    @Test
    void a_strong_sign_in_is_one_that_the_token_calls_so() throws Exception {
        for (String acr : new String[] {"", "1", "MFA", "mfa,strong", "mfa strong", "sfa"}) {
            stub.idToken(StubProvider.signed(claims().claim("acr", acr).build()));
            assertThat(proved().strong()).as(acr).isFalse();
        }
        stub.idToken(StubProvider.signed(
                claims().claim("acr", null).claim("amr", List.of("mfa")).build()));
        assertThat(proved().strong()).isFalse();
    }

    @Test
    void a_missing_claim_is_asked_for_and_believed_of_the_same_person_only() throws Exception {
        stub.idToken(StubProvider.signed(claims().claim("recht", null).build()));
        stub.userInfo("{\"sub\":\"subject-1\",\"recht\":[\"schakel\"],\"acr\":\"mfa\"}");
        assertThat(proved().subject()).isEqualTo("subject-1");
        stub.userInfo("{\"sub\":\"subject-2\",\"recht\":[\"schakel\"]}");
        assertThatThrownBy(this::proved).isInstanceOf(AccountRefused.AnswerRefused.class);
        stub.userInfo("{\"sub\":\"subject-1\",\"recht\":[\"iets-anders\"]}");
        assertThatThrownBy(this::proved).isInstanceOf(AccountRefused.OtherOrganisation.class);
        stub.userInfo("geen json");
        assertThatThrownBy(this::proved).isInstanceOf(AccountRefused.AnswerRefused.class);
    }

    @Test
    void a_claim_of_the_token_is_not_replaced_by_one_that_was_asked_for() throws Exception {
        stub.idToken(StubProvider.signed(claims().claim("recht", "iets-anders").build()));
        stub.userInfo("{\"sub\":\"subject-1\",\"recht\":[\"schakel\"]}");
        assertThatThrownBy(this::proved).isInstanceOf(AccountRefused.OtherOrganisation.class);
    }

    @Test
    void an_answer_in_the_name_of_another_issuer_is_refused_before_anything_is_asked() throws Exception {
        stub.idToken(StubProvider.signed(claims().build()));
        for (String issuer : new String[] {"", "https://evil.example", stub.issuer() + "/"}) {
            assertFault(() -> provider().proved(begun, answer(Optional.of(issuer))), "ISSUER");
        }
        stub.metadata("authorization_response_iss_parameter_supported", true);
        assertFault(() -> provider().proved(begun, answer(Optional.empty())), "ISSUER");
        assertThat(stub.questions()).isEmpty();
        provider().proved(begun, answer(Optional.of(stub.issuer())));
    }

    @Test
    void a_code_that_the_provider_does_not_take_is_refused_and_a_broken_provider_called_silent() throws Exception {
        stub.idToken(StubProvider.signed(claims().build()));
        for (int status : new int[] {400, 401, 403}) {
            stub.tokenStatus(status);
            assertFault(this::proved, "CODE");
        }
        stub.tokenStatus(503);
        assertThatThrownBy(this::proved).isInstanceOf(AccountRefused.ProviderSilent.class);
        stub.close();
        assertThatThrownBy(this::proved).isInstanceOf(AccountRefused.ProviderSilent.class);
    }

    @Test
    void a_provider_that_says_something_wrong_about_itself_is_not_used() throws Exception {
        List<Consumer<StubProvider>> faults = List.of(
                provider -> provider.metadata("issuer", "https://evil.example"),
                provider -> provider.metadata("issuer", provider.issuer() + "/"),
                provider -> provider.metadata("token_endpoint", "http://evil.example/token"),
                provider -> provider.metadata("authorization_endpoint", "http://evil.example/auth"),
                provider -> provider.metadata("code_challenge_methods_supported", List.of("plain")),
                provider -> provider.withoutMetadata("jwks_uri"),
                provider -> provider.withoutMetadata("token_endpoint"),
                provider -> provider.document(text -> text.substring(1)),
                provider -> provider.document(text -> " ".repeat(300_000) + text),
                provider -> provider.document(text -> ""));
        for (Consumer<StubProvider> fault : faults) {
            try (StubProvider wrong = new StubProvider()) {
                fault.accept(wrong);
                assertThatThrownBy(() -> provider(wrong.issuer()).beginning(begun))
                        .isInstanceOf(AccountRefused.ProviderSilent.class);
            }
        }
        assertThatThrownBy(() -> provider(stub.issuer() + "/elders").beginning(begun))
                .isInstanceOf(AccountRefused.ProviderSilent.class);
    }

    @Test
    void signing_out_there_names_this_service_and_no_person() throws Exception {
        assertThat(query(provider().ending().orElseThrow()))
                .isEqualTo(Map.of(
                        "client_id",
                        CLIENT,
                        "post_logout_redirect_uri",
                        "https://schakel.example/portaal/aanmelden?uit=ja"));
        stub.withoutMetadata("end_session_endpoint");
        assertThat(provider().ending()).isEmpty();
    }

    private Map<String, String> wrongTokens() throws JOSEException {
        Instant now = Clock.systemUTC().instant();
        String good = StubProvider.signed(claims().build());
        Map<String, String> wrong = new LinkedHashMap<>();
        wrong.put(
                "another issuer",
                StubProvider.signed(claims().issuer("https://evil.example").build()));
        wrong.put(
                "issuer with a slash",
                StubProvider.signed(claims().issuer(stub.issuer() + "/").build()));
        wrong.put("no issuer", StubProvider.signed(claims().issuer(null).build()));
        wrong.put(
                "another audience",
                StubProvider.signed(claims().audience("ander").build()));
        wrong.put(
                "a second audience",
                StubProvider.signed(claims().audience(List.of(CLIENT, "ander")).build()));
        wrong.put(
                "a second audience that was meant",
                StubProvider.signed(claims().audience(List.of(CLIENT, "ander"))
                        .claim("azp", CLIENT)
                        .build()));
        wrong.put(
                "no audience",
                StubProvider.signed(claims().audience((String) null).build()));
        wrong.put("no subject", StubProvider.signed(claims().subject(null).build()));
        wrong.put(
                "meant for another party",
                StubProvider.signed(claims().claim("azp", "ander").build()));
        wrong.put(
                "another nonce",
                StubProvider.signed(claims().claim("nonce", begun.state()).build()));
        wrong.put("no nonce", StubProvider.signed(claims().claim("nonce", null).build()));
        wrong.put(
                "expired",
                StubProvider.signed(claims().expirationTime(Date.from(now.minusSeconds(120)))
                        .build()));
        wrong.put("no end", StubProvider.signed(claims().expirationTime(null).build()));
        wrong.put(
                "from the future",
                StubProvider.signed(
                        claims().issueTime(Date.from(now.plusSeconds(600))).build()));
        wrong.put("no moment", StubProvider.signed(claims().issueTime(null).build()));
        wrong.put("unsigned", new PlainJWT(claims().build()).serialize());
        wrong.put("signed by another key of the same name", signed(JWSAlgorithm.RS256, new RSASSASigner(OTHER)));
        wrong.put("another algorithm of the same key", signed(JWSAlgorithm.RS512, new RSASSASigner(StubProvider.KEY)));
        byte[] asSecret = StubProvider.KEY.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
        wrong.put("the public key as a shared secret", signed(JWSAlgorithm.HS256, new MACSigner(asSecret)));
        wrong.put("a flipped byte of the signature", flipped(good));
        wrong.put("a changed claim", changed(good));
        wrong.put("no signature", good.substring(0, good.lastIndexOf('.') + 1));
        wrong.put("half a token", good.substring(0, good.indexOf('.')));
        wrong.put("no token", "");
        return wrong;
    }

    private String signed(JWSAlgorithm algorithm, JWSSigner signer) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(algorithm)
                        .keyID(StubProvider.KEY.getKeyID())
                        .build(),
                claims().build());
        token.sign(signer);
        return token.serialize();
    }

    private static String flipped(String token) {
        int at = token.lastIndexOf('.') + 20;
        return token.substring(0, at) + (token.charAt(at) == 'A' ? 'B' : 'A') + token.substring(at + 1);
    }

    private static String changed(String token) {
        String[] parts = token.split("\\.", -1);
        String claims = new Base64URL(parts[1]).decodeToString().replace("subject-1", "subject-2");
        return parts[0] + "." + Base64URL.encode(claims) + "." + parts[2];
    }

    private JWTClaimsSet.Builder claims() {
        Instant now = Clock.systemUTC().instant();
        return new JWTClaimsSet.Builder()
                .issuer(stub.issuer())
                .audience(CLIENT)
                .subject("subject-1")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .claim("nonce", begun.nonce())
                .claim("acr", "mfa")
                .claim("recht", "schakel");
    }

    private ProvedIdentity proved() throws IOException {
        return provider().proved(begun, answer(Optional.empty()));
    }

    private static ProviderAnswer answer(Optional<String> issuer) {
        return new ProviderAnswer("state", "de-code", issuer);
    }

    private OpenIdProvider provider() throws IOException {
        return provider(stub.issuer());
    }

    private OpenIdProvider provider(String issuer) throws IOException {
        Path secret = Files.writeString(folder.resolve("geheim"), "client-geheim\n");
        ClaimsMap claims = new ClaimsMap("", "", Set.of(), "recht", Set.of("schakel"), List.of("mfa", "strong"));
        ProviderSettings settings = new ProviderSettings(
                new ProviderOffer(NAME, "Proef"),
                issuer,
                CLIENT,
                Optional.of(secret),
                Set.of("openid", "profile"),
                claims,
                "https://schakel.example");
        return new OpenIdProvider(settings, new Outbound(), Clock.systemUTC());
    }

    private static Map<String, String> query(URI address) {
        Map<String, String> said = new HashMap<>();
        for (String pair : address.getRawQuery().split("&", -1)) {
            String[] parts = pair.split("=", 2);
            said.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return said;
    }

    private static void assertFault(org.assertj.core.api.ThrowableAssert.ThrowingCallable work, String fault) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(AccountRefused.AnswerRefused.class, refused -> assertThat(refused.facts())
                        .containsEntry("fout", fault));
    }
}
