package nl.schakel.account.client;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A provider of which a test decides every answer. */
final class StubProvider implements AutoCloseable {
    static final RSAKey KEY = key("sleutel-1");
    private final HttpServer server;
    private final List<String> questions = new ArrayList<>();
    private final Map<String, Object> metadata = new LinkedHashMap<>();
    private String idToken = "";
    private String userInfo = "{}";
    private int tokenStatus = 200;
    private UnaryOperator<String> document = text -> text;

    StubProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        String at = issuer();
        metadata.put("issuer", at);
        metadata.put("authorization_endpoint", at + "/auth?vast=ja");
        metadata.put("token_endpoint", at + "/token");
        metadata.put("userinfo_endpoint", at + "/userinfo");
        metadata.put("end_session_endpoint", at + "/uit");
        metadata.put("jwks_uri", at + "/certs");
        metadata.put("subject_types_supported", List.of("public"));
        metadata.put("response_types_supported", List.of("code"));
        metadata.put("id_token_signing_alg_values_supported", List.of("RS256", "none", "HS256"));
        metadata.put("code_challenge_methods_supported", List.of("S256"));
        server.createContext("/.well-known/openid-configuration", this::discovery);
        server.createContext("/certs", call -> answer(call, 200, new JWKSet(KEY).toString()));
        server.createContext("/token", this::token);
        server.createContext("/userinfo", call -> answer(call, 200, userInfo));
        server.createContext("/elders", call -> {
            call.getResponseHeaders().set("Location", issuer() + "/.well-known/openid-configuration");
            answer(call, 302, "");
        });
        server.start();
    }

    static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String signed(JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(KEY.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(KEY));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Every question at the token endpoint: the Authorization header and the form. */
    List<String> questions() {
        return List.copyOf(questions);
    }

    void idToken(String token) {
        idToken = token;
    }

    void userInfo(String json) {
        userInfo = json;
    }

    void tokenStatus(int status) {
        tokenStatus = status;
    }

    void metadata(String name, Object value) {
        metadata.put(name, value);
    }

    void withoutMetadata(String name) {
        metadata.remove(name);
    }

    void document(UnaryOperator<String> change) {
        document = change;
    }

    private void discovery(HttpExchange call) throws IOException {
        answer(call, 200, document.apply(com.nimbusds.jose.util.JSONObjectUtils.toJSONString(metadata)));
    }

    private void token(HttpExchange call) throws IOException {
        String form = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        questions.add(call.getRequestHeaders().getFirst("Authorization") + " " + form);
        String good = "{\"access_token\":\"toegang\",\"token_type\":\"Bearer\",\"id_token\":\"" + idToken + "\"}";
        answer(call, tokenStatus, tokenStatus == 200 ? good : "{\"error\":\"invalid_grant\"}");
    }

    private static void answer(HttpExchange call, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
