package journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import nl.schakel.testserver.Accounts;
import nl.schakel.testserver.RunningService;
import org.junit.jupiter.api.Test;

/** The service is killed as by {@code kill -9} and started again on the same data. */
class KilledServiceIT {
    private static final String TOKEN = Accounts.of("school-99aa").token();
    private static final byte[] FILE = MadeUpFiles.pupils("99AA", 400);
    private final HttpClient client = HttpClient.newHttpClient();
    private final OfficersVerifier verifier = new OfficersVerifier();

    @Test
    void
            an_upload_killed_with_all_its_rows_written_leaves_nothing_sending_it_again_gives_one_delivery_and_the_log_goes_on()
                    throws Exception {
        Path home = RunningService.newHome();
        try (RunningService service = RunningService.start(home, Map.of())) {
            service.killAt("audit.pending", () -> send(service, FILE.length));
        }
        try (RunningService service = RunningService.start(home, Map.of())) {
            assertThat(count(service, "delivery.delivery")).isZero();
            assertThat(count(service, "delivery.pupil")).isZero();
            assertThat(count(service, "pseudonym.person")).isZero();
            assertWhole(service);
            send(service, FILE.length / 2);
            service.kill();
        }
        try (RunningService service = RunningService.start(home, Map.of())) {
            HttpResponse<String> first = send(service);
            HttpResponse<String> again = send(service);
            assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
            assertThat(again.headers().firstValue("Location"))
                    .isEqualTo(first.headers().firstValue("Location"));
            assertThat(count(service, "delivery.delivery")).isEqualTo(1);
            assertThat(count(service, "delivery.pupil")).isEqualTo(400);
            assertThat(count(service, "pseudonym.person")).isEqualTo(400);
            assertWhole(service);
            rewriteFirstEntry(service);
            CommandLine verdict = verify(service);
            assertThat(verdict.exit()).as(verdict.output()).isEqualTo(1);
            assertThat(verdict.output()).contains("het logboek is niet heel");
        }
    }

    /** Also that it continues what was verified before the kill. */
    private void assertWhole(RunningService service) throws Exception {
        CommandLine verdict = verify(service);
        assertThat(verdict.exit()).as(verdict.output()).isZero();
        assertThat(verdict.output()).contains("UITKOMST: het logboek is heel.");
    }

    private CommandLine verify(RunningService service) throws Exception {
        return verifier.verify(service.uri("api/v1/"), Accounts.of("privacy").token());
    }

    /** What a superuser can do who switches the triggers off. */
    private static void rewriteFirstEntry(RunningService service) throws SQLException {
        try (Connection connection = service.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("alter table audit.entry disable trigger user");
            assertThat(
                            statement.executeUpdate(
                                    "update audit.entry set entry = regexp_replace(entry, '\"t\":\"20..', '\"t\":\"2019') where seq = 0"))
                    .isEqualTo(1);
        }
    }

    /** Sends a request whose body is longer than what follows, or ends with it, and reads no answer. */
    private static void send(RunningService service, int bytes) {
        try (Socket socket = new Socket("localhost", service.port())) {
            OutputStream out = socket.getOutputStream();
            String head = "POST /api/v1/leveringen HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/xml\r\n"
                    + "Authorization: Bearer " + TOKEN + "\r\nIdempotency-Key: toets-key-0001\r\nContent-Length: "
                    + FILE.length + "\r\n\r\n";
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(FILE, 0, bytes);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> send(RunningService service) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(service.uri("api/v1/leveringen"))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/xml")
                .header("Idempotency-Key", "toets-key-0001")
                .POST(BodyPublishers.ofByteArray(FILE))
                .build();
        return client.send(request, BodyHandlers.ofString());
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
