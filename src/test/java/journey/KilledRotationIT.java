package journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import nl.schakel.platform.secret.HolderFiles;
import nl.schakel.platform.secret.KeyEntries;
import nl.schakel.testserver.Accounts;
import nl.schakel.testserver.RunningService;
import org.junit.jupiter.api.Test;

/** Two custodians rotate through the API, and the service is killed as by {@code kill -9} in it and right after it. */
class KilledRotationIT {
    private static final int PUPILS = 300;
    private static final String ROTATE = "{\"handeling\":\"roteren\",\"sleutels\":[{\"sleutel\":\"link/2\"}]}";

    @Test
    void the_store_is_wholly_old_and_then_wholly_new_and_every_pupil_is_found_again() throws Exception {
        Path home = RunningService.newHome();
        Map<String, String> store = storeWithTheNextKey(home);
        String step;
        try (RunningService service = RunningService.start(home, store)) {
            assertThat(send(service, PUPILS)).isEqualTo(201);
            TokenClient.Answer proposed = as(service, "sleutel-b-1").post("sleutelhandelingen", ROTATE);
            assertThat(proposed.status()).as(proposed.body()).isBetween(200, 201);
            step = "sleutelhandelingen/" + proposed.id() + "/bevestiging";
            List<Future<?>> unanswered = new ArrayList<>();
            service.killAt(
                    "audit.pending",
                    () -> unanswered.add(as(service, "sleutel-b-2").begin(step, "")));
        }
        try (RunningService service = RunningService.start(home, store)) {
            assertWhole(service, 1, PUPILS);
            assertThat(send(service, PUPILS + 1)).isEqualTo(201);
            assertWhole(service, 1, PUPILS + 1);
            TokenClient.Answer confirmed = as(service, "sleutel-b-2").post(step, "");
            assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(200);
            service.kill();
        }
        try (RunningService service = RunningService.start(home, store)) {
            assertWhole(service, 2, PUPILS + 1);
            assertThat(send(service, PUPILS + 2)).isEqualTo(201);
            assertWhole(service, 2, PUPILS + 2);
        }
    }

    private static void assertWhole(RunningService service, int generation, int persons) throws SQLException {
        assertThat(number(service, "select generation from pseudonym.in_force")).isEqualTo(generation);
        assertThat(number(service, "select count(*) from pseudonym.keyed where generation <> " + generation))
                .isZero();
        assertThat(number(service, "select count(*) from pseudonym.person where generation <> " + generation))
                .isZero();
        assertThat(number(service, "select count(*) from pseudonym.person")).isEqualTo(persons);
    }

    private static Map<String, String> storeWithTheNextKey(Path home) {
        Path passphrase = Path.of("keys-example/b.wachtzin").toAbsolutePath();
        Path store = home.resolve("b.bcfks");
        try (KeyEntries keys = KeyEntries.read(new HolderFiles(Path.of("keys-example/b.bcfks"), passphrase))) {
            keys.withSecret("link/2", new SecureRandom()).writeTo(new HolderFiles(store, passphrase));
        }
        return Map.of("schakel.sleutels.b.bestand", store.toString());
    }

    private static TokenClient as(RunningService service, String user) {
        return new TokenClient(service.uri("api/v1/"), Accounts.of(user).token());
    }

    private static int send(RunningService service, int pupils) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(service.uri("api/v1/leveringen"))
                .header("Authorization", "Bearer " + Accounts.of("school-99aa").token())
                .header("Content-Type", "application/xml")
                .header("Idempotency-Key", "rotatie-key-" + pupils)
                .POST(BodyPublishers.ofByteArray(MadeUpFiles.pupils("99AA", pupils)))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        return answer.statusCode();
    }

    private static long number(RunningService service, String query) throws SQLException {
        try (Connection connection = service.superuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
