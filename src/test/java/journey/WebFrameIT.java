package journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.schakel.platform.web.OpenApiDocument;
import nl.schakel.testserver.Accounts;
import nl.schakel.testserver.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every page and every API answer must keep to, asked of the packaged product. */
class WebFrameIT {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern FORM_SECRET = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final RunningService service = RunningService.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "portaal/aanmelden",
                "portaal/start",
                "toegankelijkheid",
                "privacy",
                ".well-known/security.txt",
                "portaal/bestaat-niet",
                "bestaat-niet",
                "api/v1/openapi.json",
                "api/v1/bestaat-niet",
                "stijl/schakel.css",
                "stijl/bestaat-niet.css",
                "problemen/interne-fout"
            })
    void every_answer_carries_the_security_headers_and_no_name_of_the_server(String path) throws Exception {
        HttpResponse<String> answer = send(get(path));
        assertThat(answer.statusCode()).isLessThan(500);
        assertThat(header(answer, "Content-Security-Policy"))
                .startsWith("default-src 'none'")
                .doesNotContain("unsafe-")
                .contains("frame-ancestors 'none'");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(answer, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "Strict-Transport-Security")).contains("includeSubDomains");
        assertThat(answer.headers().firstValue("Server")).isEmpty();
        assertThat(answer.headers().firstValue("X-Powered-By")).isEmpty();
        if (!path.startsWith("stijl/")) {
            assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"health", "metrics", "openapi", "portaal/application.wadl", "WEB-INF/web.xml"})
    void the_server_shows_nothing_of_its_own(String path) throws Exception {
        assertThat(send(get(path)).statusCode()).isIn(403, 404);
    }

    @Test
    void pages_hold_no_script_and_no_inline_style() throws Exception {
        for (String path : List.of("", "portaal/aanmelden", "privacy", "toegankelijkheid", "bestaat-niet")) {
            assertThat(send(get(path)).body())
                    .as(path)
                    .contains("lang=\"nl\"")
                    .doesNotContain("<script")
                    .doesNotContain("<style")
                    .doesNotContainPattern("\\sstyle=")
                    .doesNotContainPattern("\\son[a-z]+=");
        }
    }

    @Test
    void no_operation_of_the_api_answers_a_guest() throws Exception {
        Map<?, ?> paths = (Map<?, ?>) OpenApiDocument.read().get("paths");
        assertThat(paths).isNotNull();
        for (Map.Entry<?, ?> path : paths.entrySet()) {
            for (Map.Entry<?, ?> operation : ((Map<?, ?>) path.getValue()).entrySet()) {
                boolean open = operation.getValue() instanceof Map<?, ?> details && details.containsKey("security");
                String method = operation.getKey().toString().toUpperCase(Locale.ROOT);
                if (!open && List.of("GET", "POST", "PUT", "DELETE").contains(method)) {
                    refusesGuest(method, path.getKey().toString());
                }
            }
        }
    }

    private void refusesGuest(String method, String path) throws Exception {
        String place = "api/v1" + path.replaceAll("\\{[^}]*}", "0b4ac9b5-5a2c-4a53-9a61-000000000000");
        HttpRequest request = HttpRequest.newBuilder(service.uri(place))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> answer = send(request);
        assertThat(answer.statusCode()).as("%s %s", method, place).isIn(401, 415);
        assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void a_session_opens_pages_and_never_the_api() throws Exception {
        String cookie = signIn("steward");
        assertThat(send(with(cookie, get("portaal/start"))).statusCode()).isEqualTo(200);
        assertThat(send(with(cookie, get("api/v1/onderzoeken"))).statusCode()).isIn(401, 404, 405);
    }

    @Test
    void the_cookie_of_a_session_is_bound_to_this_host_and_to_our_own_pages() throws Exception {
        HttpResponse<String> answer =
                signInAnswer("steward", Accounts.of("steward").passphrase());
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(header(answer, "Location")).isEqualTo("/portaal/start");
        assertThat(header(answer, "Set-Cookie"))
                .startsWith("__Host-sessie=")
                .containsIgnoringCase("Secure")
                .containsIgnoringCase("HttpOnly")
                .containsIgnoringCase("SameSite=Strict")
                .containsIgnoringCase("Path=/");
    }

    @Test
    void a_wrong_passphrase_and_an_unknown_name_get_the_same_page() throws Exception {
        String wrong = signInAnswer("steward", "niet de goede wachtzin").body();
        String unknown = signInAnswer("niemand", "niet de goede wachtzin").body();
        assertThat(wrong.replace("steward", "x")).isEqualTo(unknown.replace("niemand", "x"));
    }

    @Test
    void a_form_without_the_secret_of_the_session_or_from_elsewhere_does_nothing() throws Exception {
        String cookie = signIn("steward");
        String secret = secret(cookie);
        assertThat(send(signOut(cookie, "", "same-origin")).statusCode()).isEqualTo(403);
        assertThat(send(signOut(cookie, "x".repeat(64), "same-origin")).statusCode())
                .isEqualTo(403);
        assertThat(send(signOut(cookie, secret, "cross-site")).statusCode()).isEqualTo(403);
        assertThat(send(signOut(cookie, secret, "same-site")).statusCode()).isEqualTo(403);
        assertThat(send(with(cookie, get("portaal/start"))).statusCode()).isEqualTo(200);
    }

    @Test
    void signing_out_ends_the_session_for_whoever_kept_the_cookie() throws Exception {
        String cookie = signIn("steward");
        assertThat(send(signOut(cookie, secret(cookie), "same-origin")).statusCode())
                .isEqualTo(303);
        HttpResponse<String> after = send(with(cookie, get("portaal/start")));
        assertThat(after.statusCode()).isEqualTo(303);
        assertThat(header(after, "Location")).startsWith("/portaal/aanmelden");
    }

    @Test
    void the_switch_of_languages_is_remembered() throws Exception {
        HttpResponse<String> english = send(get("privacy?taal=en"));
        assertThat(english.body()).contains("lang=\"en\"");
        String cookie = header(english, "Set-Cookie").replaceAll(";.*", "");
        assertThat(send(with(cookie, get("toegankelijkheid"))).body()).contains("Accessibility");
    }

    private String signIn(String user) throws Exception {
        HttpResponse<String> answer = signInAnswer(user, Accounts.of(user).passphrase());
        return header(answer, "Set-Cookie").replaceAll(";.*", "");
    }

    private HttpResponse<String> signInAnswer(String user, String passphrase) throws Exception {
        String body = "gebruikersnaam=" + encode(user) + "&wachtwoord=" + encode(passphrase) + "&naar=start";
        return send(post("portaal/aanmelden", body, "same-origin").build());
    }

    private String secret(String cookie) throws Exception {
        Matcher field =
                FORM_SECRET.matcher(send(with(cookie, get("portaal/start"))).body());
        assertThat(field.find()).isTrue();
        return field.group(1);
    }

    private HttpRequest signOut(String cookie, String secret, String site) {
        return post("portaal/afmelden", "_csrf=" + encode(secret), site)
                .header("Cookie", cookie)
                .build();
    }

    private HttpRequest.Builder post(String path, String body, String site) {
        return HttpRequest.newBuilder(service.uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", site)
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpRequest get(String path) {
        return HttpRequest.newBuilder(service.uri(path)).build();
    }

    private static HttpRequest with(String cookie, HttpRequest request) {
        URI place = request.uri();
        return HttpRequest.newBuilder(place).header("Cookie", cookie).build();
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
