package journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
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
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import nl.schakel.pseudonym.crypto.ExampleKeysHere;
import nl.schakel.testserver.Accounts;
import nl.schakel.testserver.RunningService;
import org.junit.jupiter.api.Test;

/** Holder A's keys in a process of their own, which is killed as by {@code kill -9} and started again. */
class KeyServiceIT {
    private static final int PUPILS = 60;
    private static final Path KEYS = Path.of("keys-example").toAbsolutePath();

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void the_process_of_the_keys_gives_the_same_persons_and_while_it_is_away_nothing_is_stored() throws Exception {
        Path home = RunningService.newHome();
        Path socket = home.resolve("sleutels").resolve("a.sock");
        Process keys = keyService(socket);
        byte[] first = MadeUpFiles.pupils("99AA", PUPILS);
        byte[] second = MadeUpFiles.pupils("99ZZ", PUPILS);
        try (RunningService service =
                RunningService.start(home, Map.of("schakel.sleutels.a.dienst", socket.toString()))) {
            assertNamesNoKeyOfA(service);
            HttpResponse<String> stored = upload(service, "school-99aa", first);
            assertThat(stored.statusCode()).as(stored.body()).isEqualTo(201);
            assertThat(persons(service)).containsExactlyInAnyOrderElementsOf(inProcess(first));

            kill(keys);
            HttpResponse<String> refused = upload(service, "school-99zz", second);
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
            assertThat(refused.body()).contains("sleutels-niet-beschikbaar");
            assertThat(count(service, "delivery.delivery")).isEqualTo(1);
            assertThat(count(service, "delivery.pupil")).isEqualTo(PUPILS);
            assertThat(persons(service)).hasSize(PUPILS);

            keys = keyService(socket);
            HttpResponse<String> again = upload(service, "school-99zz", second);
            assertThat(again.statusCode()).as(again.body()).isEqualTo(201);
            assertThat(persons(service)).containsAll(inProcess(second)).hasSize(2 * PUPILS);
            assertThat(count(service, "delivery.delivery")).isEqualTo(2);
        } finally {
            kill(keys);
        }
        String log = Files.readString(home.resolve("service.log")) + Files.readString(home.resolve("service.err"));
        assertThat(Pattern.compile("the process of holder a does not answer")
                        .matcher(log)
                        .results())
                .hasSize(1);
        assertThat(Pattern.compile("the process of holder a answers again")
                        .matcher(log)
                        .results())
                .hasSize(1);
    }

    @Test
    void example_keys_are_served_in_development_only() {
        CommandLine earnest = CommandLine.schakel(
                "key-service",
                "--sleutels",
                KEYS.resolve("a.bcfks").toString(),
                "--wachtzin-bestand",
                KEYS.resolve("a.wachtzin").toString(),
                "--socket",
                RunningService.newHome().resolve("a").resolve("a.sock").toString());
        assertThat(earnest.exit()).isEqualTo(1);
        assertThat(earnest.output()).contains("sleutels zijn niet te gebruiken").contains("EXAMPLE_KEY");
    }

    private static Process keyService(Path socket) throws IOException {
        List<String> command = new ArrayList<>(CommandLine.prefix());
        command.addAll(List.of("key-service", "--ontwikkeling", "--socket", socket.toString()));
        command.addAll(List.of("--sleutels", KEYS.resolve("a.bcfks").toString()));
        command.addAll(List.of("--wachtzin-bestand", KEYS.resolve("a.wachtzin").toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        List<String> seen = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            seen.add(line);
            if (line.startsWith("De sleuteldienst is klaar")) {
                return process;
            }
        }
        throw new IllegalStateException("the key service ended: " + seen);
    }

    private static void kill(Process process) throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private static void assertNamesNoKeyOfA(RunningService service) throws IOException {
        for (String part : List.of("cmdline", "environ")) {
            Path told = Path.of("/proc", Long.toString(service.pid()), part);
            String text = new String(Files.readAllBytes(told), StandardCharsets.UTF_8);
            assertThat(text).as(part).doesNotContain("a.bcfks", "a.wachtzin");
        }
    }

    private HttpResponse<String> upload(RunningService service, String school, byte[] file)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(service.uri("api/v1/leveringen"))
                .header("Authorization", "Bearer " + Accounts.of(school).token())
                .header("Content-Type", "application/xml")
                .header("Idempotency-Key", "toets-" + school)
                .POST(BodyPublishers.ofByteArray(file))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static List<String> inProcess(byte[] file) {
        List<String> numbers = Pattern.compile("<bsn>([0-9]{9})</bsn>")
                .matcher(new String(file, StandardCharsets.UTF_8))
                .results()
                .map((MatchResult number) -> number.group(1))
                .toList();
        assertThat(numbers).hasSize(PUPILS);
        return ExampleKeysHere.linkage(numbers).stream()
                .map(HexFormat.of()::formatHex)
                .toList();
    }

    private static List<String> persons(RunningService service) throws SQLException {
        try (Connection connection = service.superuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select encode(lp, 'hex') from pseudonym.person")) {
            List<String> persons = new ArrayList<>();
            while (rows.next()) {
                persons.add(rows.getString(1));
            }
            return persons;
        }
    }

    private static long count(RunningService service, String table) throws SQLException {
        try (Connection connection = service.superuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
