package journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.schakel.platform.secret.ExampleKeys;
import nl.schakel.platform.secret.HolderFiles;
import nl.schakel.platform.secret.HolderStore;
import nl.schakel.platform.secret.SecretBytes;
import nl.schakel.platform.secret.StoredSeeds;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The keys with which a played world was pseudonymized, linked, logged and released, and their pass-phrases, are searched
 * for in everything that the running service shows or leaves behind.
 */
class KeyCanaryIT {
    private static final PlayedWorld PLAYED = PlayedWorld.shared();
    private static final Map<String, List<String>> SECRETS = Map.of(
            "a", List.of("token"),
            "b", List.of("link/1", "research/1"),
            "log", List.of("subject/2026", "subject/2027", "staff/2026", "staff/2027"));
    private static final List<byte[]> KEYS = new ArrayList<>();
    private static SearchedService searched;

    @BeforeAll
    static void know_the_keys() throws IOException {
        for (String holder : List.of("a", "b", "log")) {
            Path folder = Path.of("keys-example");
            Path passphrase = folder.resolve(holder + ".wachtzin");
            KEYS.add(Files.readString(passphrase).strip().getBytes(StandardCharsets.UTF_8));
            HolderFiles files = new HolderFiles(folder.resolve(holder + ".bcfks"), passphrase);
            try (HolderStore store = HolderStore.open(files, ExampleKeys.ALLOWED)) {
                for (String key : SECRETS.getOrDefault(holder, List.of())) {
                    try (SecretBytes secret = store.secret(key)) {
                        KEYS.add(secret.copy());
                    }
                }
                if (holder.equals("a")) {
                    KEYS.add(store.curve("oprf").scalar().copy());
                }
            }
            KEYS.addAll(StoredSeeds.of(files));
        }
        searched = new SearchedService(PLAYED.service(), CanaryScanner.forBytes(KEYS));
    }

    @Test
    void the_main_job_used_these_keys() throws Exception {
        assertThat(PLAYED.played().exit()).as(PLAYED.played().output()).isZero();
        assertThat(KEYS).hasSize(13);
        Path planted = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "sleutel-");
        Files.write(planted.resolve("a-key"), KEYS.get(1));
        assertThat(searched.files(planted).places()).containsKey("a-key");
        Files.delete(planted.resolve("a-key"));
    }

    @Test
    void no_row_of_the_database_holds_a_key() throws Exception {
        SearchedService.Found found = searched.tables();
        assertThat(found.searched()).isGreaterThan(10_000);
        assertThat(found.places()).isEmpty();
    }

    @Test
    void no_log_no_temporary_file_and_no_file_of_the_database_holds_a_key() throws Exception {
        assertThat(searched.files(PLAYED.home()).places()).isEmpty();
        assertThat(searched.files(PLAYED.output()).places()).isEmpty();
    }

    @Test
    void neither_environment_nor_command_line_of_a_process_holds_a_key() throws IOException {
        SearchedService.Found found = searched.processes();
        assertThat(found.searched()).isGreaterThan(3);
        assertThat(found.places()).isEmpty();
    }

    @Test
    void no_answer_to_a_wrong_request_holds_a_key_and_there_are_no_metrics() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        for (String path : List.of(
                "metrics",
                "health",
                "openapi",
                "bestaat-niet",
                "portaal/bestaat-niet",
                "api/v1/bestaat-niet",
                "api/v1/leveringen")) {
            HttpResponse<byte[]> answer = client.send(request(path).GET().build(), BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).as(path).isBetween(400, 499);
            assertThat(searched.scanner().scan(answer.body())).as(path).isEmpty();
        }
        byte[] nonsense = new byte[] {0, (byte) 0xFF, '{', '<'};
        for (String path : List.of("api/v1/leveringen", "api/v1/blinde-evaluaties", "portaal/aanmelden")) {
            HttpResponse<byte[]> answer = client.send(
                    request(path).POST(BodyPublishers.ofByteArray(nonsense)).build(), BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).as(path).isBetween(400, 599);
            assertThat(searched.scanner().scan(answer.body())).as(path).isEmpty();
        }
        TokenClient school = PLAYED.as("school-99aa");
        for (String body : List.of("{", "{\"punten\":[\"AAAA\"]}", "[]", "")) {
            TokenClient.Answer answer = school.post("blinde-evaluaties", body);
            assertThat(answer.status()).as(body).isBetween(400, 499);
            assertThat(searched.scanner().scan(answer.body().getBytes(StandardCharsets.UTF_8)))
                    .as(body)
                    .isEmpty();
        }
    }

    private static HttpRequest.Builder request(String path) {
        URI uri = PLAYED.service().uri(path);
        return HttpRequest.newBuilder(uri);
    }
}
