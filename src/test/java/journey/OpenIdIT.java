package journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.schakel.testserver.Accounts;
import nl.schakel.testserver.RunningService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Signing in at a real Keycloak with a real browser: what it should be, and what an attacker would make of it. */
class OpenIdIT {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private static final String REFUSED = "portaal/aanmelden?mis=inlogantwoord-geweigerd";
    private static Keycloak keycloak;
    private static RunningService service;

    private final List<String> visited = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        int port = RunningService.freePort();
        String origin = "http://localhost:" + port;
        keycloak = Keycloak.start(origin);
        Path home = RunningService.newHome();
        Path secret = Files.writeString(home.resolve("client-geheim"), Keycloak.CLIENT_SECRET + "\n");
        Map<String, String> properties = new HashMap<>(keycloak.configuration(origin, secret));
        properties.put("schakel.http.poort", Integer.toString(port));
        service = RunningService.start(home, properties);
        keycloak.awaitReady();
    }

    @AfterEach
    void honestAgain() {
        keycloak.proxy().change(UnaryOperator.identity());
    }

    @AfterAll
    static void no_secret_stands_in_a_log() throws IOException {
        List<String> told = keycloak.proxy().tokens();
        keycloak.close();
        service.close();
        String logs = Files.readString(service.home().resolve("service.log"))
                + Files.readString(service.home().resolve("service.err"));
        assertThat(logs)
                .doesNotContain(Keycloak.CLIENT_SECRET)
                .doesNotContain("eyJ")
                .doesNotContain("code=");
        assertThat(told).isNotEmpty();
    }

    @Test
    void a_school_binds_once_by_a_code_then_signs_in_there_and_out_here_and_there() throws Exception {
        try (Browser browser = browser()) {
            browser.open("portaal/leveringen");
            browser.follow("a:has-text('Inloggen via Proefinlog')");
            logIn(browser, "juf.anna");
            assertThat(path(browser)).isEqualTo("/portaal/aanmelden/koppelen");
            bind(browser, "00000-00000-00000-00000-00000");
            assertThat(browser.page().content()).contains("De code is verkeerd getypt");
            bind(browser, code("school-99aa"));
            assertThat(browser.page().content()).contains("Gekoppeld. Log nu opnieuw in");
            arrive(browser);
            assertThat(browser.page().content()).contains("school-99aa");
            assertThat(cookie(browser, "__Host-sessie"))
                    .satisfies(cookie -> assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.STRICT));
            assertThat(cookie(browser, "__Host-aanmelding")).isNull();
            browser.submit("header form");
            assertThat(browser.page().content()).contains("U bent uitgelogd", "Ook uitloggen bij Proefinlog");
            browser.open("portaal/start");
            assertThat(path(browser)).isEqualTo("/portaal/aanmelden");
            browser.open("portaal/aanmelden?uit=ja&bij=proef");
            browser.follow("a:has-text('Ook uitloggen bij Proefinlog')");
            browser.page().click("#kc-logout");
            browser.page().waitForURL("**/portaal/aanmelden?uit=ja");
            browser.follow("a:has-text('Inloggen via Proefinlog')");
            assertThat(browser.page().locator("#username").isVisible()).isTrue();
        }
    }

    @Test
    void a_privacy_officer_needs_a_second_factor_to_be_bound_and_at_every_sign_in() throws Exception {
        try (Browser browser = browser()) {
            browser.open("portaal/aanmelden/bij/proef");
            logIn(browser, "fg.petra");
            String code = code("privacy");
            bind(browser, code);
            assertThat(browser.page().content()).contains("Voor uw rol moet u inloggen met een tweede stap");
            browser.follow("a[href$='?sterk=ja']");
            second(browser);
            bind(browser, code);
            assertThat(browser.page().content()).contains("Gekoppeld");
            browser.follow("a:has-text('Inloggen via Proefinlog')");
            second(browser);
            browser.page().waitForURL("**/portaal/start");
            assertThat(browser.page().content()).contains("Privacy en toezicht");
        }
        try (Browser browser = browser()) {
            Trip weak = Trip.begin("proef?sterk=ja");
            assertThat(weak.address()).contains("acr_values=tweede-factor");
            weak.give(browser);
            browser.page().navigate(weak.address().replace("acr_values=tweede-factor", "x=y"));
            logIn(browser, "fg.petra");
            assertThat(browser.page().url()).endsWith("mis=tweede-factor-nodig");
            assertThat(cookie(browser, "__Host-sessie")).isNull();
        }
    }

    @Test
    void an_answer_is_taken_once_and_from_the_browser_that_asked() throws Exception {
        try (Browser browser = browser()) {
            Trip trip = Trip.begin("proef");
            trip.give(browser);
            browser.page().onRequest(request -> visited.add(request.url()));
            browser.page().navigate(trip.address());
            logIn(browser, "juf.bea");
            assertThat(path(browser)).isEqualTo("/portaal/aanmelden/koppelen");
            String back = visited.stream()
                    .filter(url -> url.contains("/terug?"))
                    .findFirst()
                    .orElseThrow();
            assertThat(refusal(back, trip.cookie())).as("replayed").isEqualTo(REFUSED);
            assertThat(refusal(back, "")).as("another browser").isEqualTo(REFUSED);
            Trip other = Trip.begin("proef");
            assertThat(refusal(back, other.cookie())).as("state of another try").isEqualTo(REFUSED);
            String oldCode = back.replaceAll("state=[^&]+", "state=" + other.state());
            assertThat(refusal(oldCode, other.cookie())).as("replayed code").isEqualTo(REFUSED);
            String twice = back + "&state=" + other.state();
            assertThat(refusal(twice, Trip.begin("proef").cookie())).isEqualTo(REFUSED);
            assertThat(browser.page().goBack().url()).doesNotContain("code=");
        }
    }

    @Test
    void a_token_for_another_question_another_audience_or_another_text_opens_nothing() throws Exception {
        assertThat(tripOf(UnaryOperator.identity(), "proef")).endsWith("/portaal/aanmelden/koppelen");
        assertThat(tripOf(address -> address.replaceAll("nonce=[^&]+", "nonce=anders"), "proef"))
                .as("nonce")
                .endsWith(REFUSED);
        assertThat(tripOf(UnaryOperator.identity(), "ander")).as("audience").endsWith(REFUSED);
        keycloak.proxy().change(OpenIdIT::flipped);
        assertThat(tripOf(UnaryOperator.identity(), "proef")).as("signature").endsWith(REFUSED);
        keycloak.proxy().change(OpenIdIT::unsigned);
        assertThat(tripOf(UnaryOperator.identity(), "proef")).as("no signature").endsWith(REFUSED);
    }

    @Test
    void a_teacher_of_another_school_is_not_bound_to_the_account_of_this_one() throws Exception {
        try (Browser browser = browser()) {
            browser.open("portaal/aanmelden/bij/proef");
            logIn(browser, "juf.bea");
            bind(browser, code("school-99zz"));
            assertThat(browser.page().content()).contains("noemt een andere school of organisatie");
        }
    }

    @Test
    void the_cookie_of_a_sign_in_is_lax_and_short_and_an_unknown_provider_is_none() throws Exception {
        HttpResponse<String> begun = get(service.uri("portaal/aanmelden/bij/proef"), "");
        assertThat(begun.headers().firstValue("Set-Cookie").orElse("").toLowerCase(Locale.ROOT))
                .contains("__host-aanmelding=proef.z.", "samesite=lax", "httponly", "secure", "max-age=600", "path=/");
        assertThat(begun.headers().firstValue("Location").orElse(""))
                .contains("code_challenge_method=S256", "response_type=code")
                .doesNotContain(Trip.cookieOf(begun).split("\\.", -1)[2]);
        for (String name : List.of("onbekend", "X", "..%2F")) {
            HttpResponse<String> unknown = get(service.uri("portaal/aanmelden/bij/" + name), "");
            assertThat(unknown.statusCode()).as(name).isIn(303, 400, 404);
            assertThat(unknown.headers().firstValue("Location").orElse("/portaal/aanmelden"))
                    .startsWith("/portaal/aanmelden");
        }
        try (Browser browser = Browser.withScript(service.uri())) {
            browser.open("portaal/aanmelden");
            assertThat(browser.accessibilityFaults()).isEmpty();
            browser.open("portaal/aanmelden?mis=tweede-factor-nodig&bij=proef");
            assertThat(browser.accessibilityFaults()).isEmpty();
            browser.picture("aanmelden-inlogdienst");
        }
    }

    @Test
    void a_program_with_a_token_of_the_issuer_is_the_machine_to_which_it_was_bound() throws Exception {
        String token = program("lvs");
        String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
        String subject = json(claims).getString("sub");
        assertThat(deliveries(token)).as("bound to nobody").isEqualTo(401);
        String machine = "{\"gebruikersnaam\":\"lvs-jwt\",\"naam\":\"LVS\",\"rollen\":[\"SCHOOL\"],\"brin\":\"99BB\","
                + "\"machine\":true}";
        String id = json(api("POST", "accounts", machine)).getString("id");
        String binding = "{\"onderwerp\":\"" + subject + "\"}";
        String bound = json(api("POST", "accounts/" + id + "/koppelingen", binding))
                .getJsonArray("koppelingen")
                .getJsonObject(0)
                .getString("id");
        assertThat(deliveries(token)).isEqualTo(200);
        int at = token.length() - 20;
        String other = token.charAt(at) == 'A' ? "B" : "A";
        assertThat(deliveries(token.substring(0, at) + other + token.substring(at + 1)))
                .as("another signature")
                .isEqualTo(401);
        assertThat(deliveries(program("lvs-elders"))).as("another audience").isEqualTo(401);
        api("POST", "accounts/" + id + "/koppelingen/" + bound + "/ontkoppeling");
        assertThat(deliveries(token)).as("not bound any more").isEqualTo(401);
    }

    private static String program(String client) throws IOException, InterruptedException {
        String form = "grant_type=client_credentials&client_id=" + client + "&client_secret=" + Keycloak.CLIENT_SECRET;
        URI endpoint = URI.create(keycloak.proxy().origin() + "/realms/proef/protocol/openid-connect/token");
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return json(CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body())
                .getString("access_token");
    }

    private static int deliveries(String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(service.uri("api/v1/leveringen"))
                .header("Authorization", "Bearer " + token)
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    /** Where somebody ends who signs in with that change to the address at the provider. */
    private static String tripOf(UnaryOperator<String> change, String provider) throws Exception {
        try (Browser browser = browser()) {
            Trip trip = Trip.begin(provider);
            trip.give(browser);
            browser.page().navigate(change.apply(trip.address()));
            logIn(browser, "juf.bea");
            assertThat(cookie(browser, "__Host-sessie")).isNull();
            return browser.page().url();
        }
    }

    private static String flipped(String told) {
        int signature = told.indexOf("\"id_token\":\"") + "\"id_token\":\"".length();
        int at = told.indexOf('.', told.indexOf('.', signature) + 1) + 20;
        return told.substring(0, at) + (told.charAt(at) == 'A' ? 'B' : 'A') + told.substring(at + 1);
    }

    private static String unsigned(String told) {
        int start = told.indexOf("\"id_token\":\"") + "\"id_token\":\"".length();
        String token = told.substring(start, told.indexOf('"', start));
        String[] parts = token.split("\\.", -1);
        return told.replace(token, "eyJhbGciOiJub25lIn0." + parts[1] + ".");
    }

    private static Browser browser() {
        return Browser.withoutScript(service);
    }

    private static void logIn(Browser browser, String user) {
        browser.page().fill("#username", user);
        browser.page().fill("#password", Keycloak.PASSWORD);
        browser.page().press("#password", "Enter");
        browser.page().waitForURL(url -> url.startsWith(service.uri().toString()));
    }

    private static void second(Browser browser) throws GeneralSecurityException {
        browser.page().fill("#otp", totp());
        browser.page().press("#otp", "Enter");
        browser.page().waitForURL(url -> url.startsWith(service.uri().toString()));
    }

    private static void bind(Browser browser, String code) {
        browser.page().fill("[name=code]", code);
        browser.submit();
    }

    private static void arrive(Browser browser) {
        browser.page().click("a:has-text('Inloggen via Proefinlog')");
        browser.page().waitForURL("**/portaal/start");
    }

    private static String path(Browser browser) {
        return URI.create(browser.page().url()).getPath();
    }

    private static @Nullable Cookie cookie(Browser browser, String name) {
        return browser.page().context().cookies(service.uri().toString()).stream()
                .filter(cookie -> cookie.name.equals(name))
                .findFirst()
                .orElse(null);
    }

    /** RFC 6238 with the parameters of the realm. */
    private static String totp() throws GeneralSecurityException {
        long step = Clock.systemUTC().instant().getEpochSecond() / 30;
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(Keycloak.SEED.getBytes(StandardCharsets.US_ASCII), "HmacSHA1"));
        byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
        int at = hash[hash.length - 1] & 15;
        int number = ByteBuffer.wrap(hash, at, 4).getInt() & Integer.MAX_VALUE;
        return String.format(Locale.ROOT, "%06d", number % 1_000_000);
    }

    /** A code of the operator for the account of that user name. */
    private static String code(String user) throws Exception {
        String list = api("GET", "accounts");
        String id;
        try (JsonReader reader = Json.createReader(new StringReader(list))) {
            id = reader.readArray().getValuesAs(JsonObject.class).stream()
                    .filter(account -> account.getString("gebruikersnaam").equals(user))
                    .map(account -> account.getString("id"))
                    .findFirst()
                    .orElseThrow();
        }
        return json(api("POST", "accounts/" + id + "/instelcodes")).getString("geheim");
    }

    private static String api(String method, String path) throws IOException, InterruptedException {
        return api(method, path, "");
    }

    private static String api(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.uri("api/v1/" + path))
                .header("Authorization", "Bearer " + Accounts.of("beheer").token())
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static HttpResponse<String> get(URI address, String cookie) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (!cookie.isEmpty()) {
            request.header("Cookie", "__Host-aanmelding=" + cookie);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Where the service sends a browser with that cookie that comes with that answer; without slash at the start. */
    private static String refusal(String back, String cookie) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(URI.create(back), cookie);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(set -> set.startsWith("__Host-sessie"));
        return answer.headers().firstValue("Location").orElse("").substring(1);
    }

    /** A sign-in that a test begins in the place of a browser, so that it can change the address. */
    private record Trip(String address, String cookie) {
        static Trip begin(String provider) throws IOException, InterruptedException {
            HttpResponse<String> begun = get(service.uri("portaal/aanmelden/bij/" + provider), "");
            return new Trip(begun.headers().firstValue("Location").orElseThrow(), cookieOf(begun));
        }

        static String cookieOf(HttpResponse<String> begun) {
            return begun.headers()
                    .firstValue("Set-Cookie")
                    .orElseThrow()
                    .replaceAll("^__Host-aanmelding=|;.*", "")
                    .replace("\"", "");
        }

        String state() {
            return address.replaceAll(".*state=([^&]+).*", "$1");
        }

        void give(Browser browser) {
            Cookie given = new Cookie("__Host-aanmelding", cookie)
                    .setDomain("localhost")
                    .setPath("/")
                    .setSecure(true)
                    .setHttpOnly(true)
                    .setSameSite(SameSiteAttribute.LAX);
            browser.page().context().addCookies(List.of(given));
        }
    }
}
