package journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import nl.schakel.testserver.RunningService;
import org.junit.jupiter.api.Test;

/** A service outside the development profile, with keys of its own, from its first start on. */
class FirstOperatorIT {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String PASSPHRASE = "vier woorden op een rij";

    @Test
    void the_first_operator_is_made_with_the_code_in_the_file_and_then_the_file_goes() throws Exception {
        Path home = RunningService.newHome();
        Path keys = home.resolve("sleutels");
        assertThat(CommandLine.schakel("sleutels-voorbeeld", keys.toString()).exit())
                .isZero();
        Path file = home.resolve("inrichtcode");
        String code;
        try (RunningService service = RunningService.start(home, production(keys))) {
            code = Files.readString(file).strip();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(signIn(service, "beheer", "zin van beheer voor de test").statusCode())
                    .as("made-up accounts are not loaded")
                    .isEqualTo(422);
            assertThat(setUp(service, "00000-00000-00000-00000-00000").statusCode())
                    .isEqualTo(422);
            assertThat(setUp(service, code).statusCode()).isEqualTo(303);
            assertThat(setUp(service, code).statusCode()).isEqualTo(422);
            assertThat(signIn(service, "eerste", PASSPHRASE).statusCode()).isEqualTo(303);
            assertThat(Files.readString(home.resolve("service.log")))
                    .doesNotContain(code)
                    .doesNotContain(PASSPHRASE);
            assertThat(Files.readString(home.resolve("service.err")))
                    .contains("inrichtcode")
                    .doesNotContain(code)
                    .doesNotContain(PASSPHRASE);
        }
        try (RunningService again = RunningService.start(home, production(keys))) {
            assertThat(file).doesNotExist();
            assertThat(setUp(again, code).statusCode()).isEqualTo(422);
            assertThat(signIn(again, "eerste", PASSPHRASE).statusCode()).isEqualTo(303);
        }
    }

    private static Map<String, String> production(Path keys) {
        Map<String, String> properties = new HashMap<>(Map.of("schakel.ontwikkeling", "false"));
        for (String holder : new String[] {"a", "b", "log"}) {
            properties.put(
                    "schakel.sleutels." + holder + ".bestand",
                    keys.resolve(holder + ".bcfks").toString());
            properties.put(
                    "schakel.sleutels." + holder + ".wachtzin-bestand",
                    keys.resolve(holder + ".wachtzin").toString());
        }
        return properties;
    }

    private static HttpResponse<String> setUp(RunningService service, String code) throws Exception {
        return post(
                service,
                "portaal/inrichten",
                Map.of(
                        "code", code,
                        "gebruikersnaam", "eerste",
                        "naam", "E. Eerste",
                        "nieuw", PASSPHRASE,
                        "herhaald", PASSPHRASE));
    }

    private static HttpResponse<String> signIn(RunningService service, String user, String passphrase)
            throws Exception {
        return post(service, "portaal/aanmelden", Map.of("gebruikersnaam", user, "wachtwoord", passphrase));
    }

    private static HttpResponse<String> post(RunningService service, String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(service.uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
