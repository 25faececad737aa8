package journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.schakel.testserver.Accounts;
import nl.schakel.testserver.RunningService;

/** A person's session on the pages, of which forms are sent as a test says: also what no page would send. */
record PortalClient(RunningService service, String cookie) {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern FORM_SECRET = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    /** Signs in. */
    static PortalClient of(RunningService service, String user) throws IOException, InterruptedException {
        Map<String, String> form = Map.of(
                "gebruikersnaam",
                user,
                "naar",
                "start",
                "wachtwoord",
                Accounts.of(user).passphrase());
        String cookie = new PortalClient(service, "")
                .send("aanmelden", form)
                .headers()
                .firstValue("Set-Cookie")
                .orElse("")
                .replaceAll(";.*", "");
        assertThat(cookie).as(user).isNotEmpty();
        return new PortalClient(service, cookie);
    }

    /** A page below {@code portaal/}. */
    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return CLIENT.send(request(path).GET().build(), BodyHandlers.ofString());
    }

    /** Sends a form with the session's secret; a redirect is not followed. */
    HttpResponse<String> post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        Matcher secret = FORM_SECRET.matcher(get("start").body());
        assertThat(secret.find()).isTrue();
        Map<String, String> form = new TreeMap<>(fields);
        form.put("_csrf", secret.group(1));
        return send(path, form);
    }

    private HttpResponse<String> send(String path, Map<String, String> form) throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.ofString(body))
                .build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.uri("portaal/" + path)).header("Cookie", cookie);
    }
}
