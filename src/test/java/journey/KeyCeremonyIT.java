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
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.schakel.testserver.Accounts;
import nl.schakel.testserver.RunningService;
import org.junit.jupiter.api.Test;

/** Two custodians of holder B take the steps of a year with the packaged tools against the packaged service. */
class KeyCeremonyIT {
    private static final int PUPILS = 40;
    private static final String SCHOOL = "school-99aa";
    private final HttpClient client = HttpClient.newHttpClient();
    private final Path home = RunningService.newHome();
    private final Path store = home.resolve("b.bcfks");
    private final Path passphrase = home.resolve("b.wachtzin");

    @Test
    void a_generation_is_made_taken_in_and_used_and_everything_stops_while_it_is_suspended() throws Exception {
        Files.copy(Path.of("keys-example/b.bcfks"), store);
        Files.copy(Path.of("keys-example/b.wachtzin"), passphrase);
        for (String user : List.of("sleutel-b-1", "sleutel-b-2")) {
            Files.writeString(home.resolve(user), Accounts.of(user).token() + "\n");
        }
        Map<String, String> properties = Map.of("schakel.sleutels.b.bestand", store.toString());
        try (RunningService service = RunningService.start(home, properties)) {
            assertThat(upload(service, "eerste-keer-0001").statusCode()).isEqualTo(201);
            assertThat(number(service, "select count(*) from pseudonym.person")).isEqualTo(PUPILS);

            CommandLine alone = keys(service, "sleutel-b-1", "sleutel-b-1", "create", "link/2");
            assertThat(alone.exit()).isOne();
            assertThat(alone.output()).contains("Een ander moet bevestigen");
            assertThat(home.resolve("b.bcfks.oud")).doesNotExist();
            assertTaken(keys(service, "sleutel-b-1", "sleutel-b-2", "create", "link/2"));
            assertTaken(told(service, "suspend"));
            assertThat(upload(service, "tijdens-0001").statusCode()).isEqualTo(503);
            assertThat(upload(service, "tijdens-0001").body()).contains("sleutels-niet-beschikbaar");
            assertThat(page(service, SCHOOL, "portaal/leveringen/nieuw")).contains("Kies nog geen bestand");
            assertThat(page(service, "steward", "portaal/start")).doesNotContain("Pseudonimiseren is geschorst");
            assertThat(page(service, "sleutel-b-1", "portaal/sleutels"))
                    .contains("geschorst door de bewaarders", "link/2", "Pseudonimiseren is geschorst");
            assertThat(number(service, "select count(*) from delivery.delivery"))
                    .isEqualTo(1);
        }
        try (RunningService service = RunningService.start(home, properties)) {
            assertThat(upload(service, "na-herstart-0001").statusCode()).isEqualTo(503);
            assertTaken(told(service, "resume"));
            assertThat(page(service, SCHOOL, "portaal/leveringen/nieuw")).doesNotContain("Kies nog geen bestand");
            assertTaken(keys(service, "sleutel-b-2", "sleutel-b-1", "verify"));
            assertTaken(told(service, "rotate", "link/2"));
            assertThat(number(service, "select generation from pseudonym.in_force"))
                    .isEqualTo(2);
            HttpResponse<String> after = upload(service, "na-hervatten-0001");
            assertThat(after.statusCode()).as(after.body()).isEqualTo(201);
            assertThat(number(service, "select count(*) from pseudonym.person")).isEqualTo(PUPILS);
            assertThat(acts(service))
                    .contains("key.propose ok", "key.confirm ok", "pseudonym.confirm denied", "key.reject ok");
            assertThat(number(service, "select count(*) from pseudonym.key_step where confirmed"))
                    .isGreaterThan(3);
        }
    }

    private CommandLine told(RunningService service, String act, String... keys) {
        List<String> arguments = new ArrayList<>(List.of("keys", act, "--houder", "b"));
        arguments.addAll(who(service, "sleutel-b-1", "sleutel-b-2"));
        arguments.addAll(List.of(keys));
        return CommandLine.schakel(arguments.toArray(String[]::new));
    }

    private CommandLine keys(RunningService service, String first, String second, String act, String... keys) {
        List<String> arguments = new ArrayList<>(List.of("keys", act, "--houder", "b"));
        arguments.addAll(List.of("--kluis", store.toString(), "--wachtzin-bestand", passphrase.toString()));
        arguments.addAll(who(service, first, second));
        arguments.addAll(List.of(keys));
        return CommandLine.schakel(arguments.toArray(String[]::new));
    }

    private List<String> who(RunningService service, String first, String second) {
        return List.of(
                "--url",
                service.uri().toString(),
                "--token-bestand",
                home.resolve(first).toString(),
                "--token-bestand",
                home.resolve(second).toString());
    }

    private static void assertTaken(CommandLine command) {
        assertThat(command.exit()).as(command.output()).isZero();
    }

    private HttpResponse<String> upload(RunningService service, String key) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(service.uri("api/v1/leveringen"))
                .header("Authorization", "Bearer " + Accounts.of(SCHOOL).token())
                .header("Content-Type", "application/xml")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofByteArray(MadeUpFiles.pupils("99AA", PUPILS)))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private String page(RunningService service, String user, String path) throws IOException, InterruptedException {
        String body = "gebruikersnaam=" + user + "&naar=start&wachtwoord="
                + URLEncoder.encode(Accounts.of(user).passphrase(), StandardCharsets.UTF_8);
        HttpRequest signIn = HttpRequest.newBuilder(service.uri("portaal/aanmelden"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.ofString(body))
                .build();
        String cookie = client.send(signIn, BodyHandlers.discarding())
                .headers()
                .firstValue("Set-Cookie")
                .orElse("")
                .replaceAll(";.*", "");
        HttpRequest get = HttpRequest.newBuilder(service.uri(path))
                .header("Cookie", cookie)
                .build();
        return client.send(get, BodyHandlers.ofString()).body();
    }

    private static List<String> acts(RunningService service) throws SQLException {
        List<String> acts = new ArrayList<>();
        try (Connection connection = service.superuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select distinct entry::json ->> 'act', entry::json ->> 'res'"
                        + " from audit.written where kind = 'key'")) {
            while (rows.next()) {
                acts.add(rows.getString(1) + " " + rows.getString(2));
            }
        }
        return acts;
    }

    private static long number(RunningService service, String sql) throws SQLException {
        try (Connection connection = service.superuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
