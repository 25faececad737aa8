package journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import nl.schakel.testserver.Accounts;
import nl.schakel.testserver.RunningService;
import org.junit.jupiter.api.Test;

/** A request and another transaction that each hold what the other asks for: PostgreSQL ends the request's. */
class CrossedRequestsIT {
    private static final String SCHOOL = "school-99xx";
    private static final int PUPILS = 3;
    private static final int ROUNDS = 1500;

    private final HttpClient client = HttpClient.newHttpClient();
    private final RunningService service = RunningService.shared();

    @Test
    void a_delivery_is_told_to_wait_stores_nothing_and_succeeds_when_sent_again() throws Exception {
        String key = "kruis-" + UUID.randomUUID();
        HttpRequest upload = HttpRequest.newBuilder(service.uri("api/v1/leveringen"))
                .header("Authorization", "Bearer " + Accounts.of(SCHOOL).token())
                .header("Content-Type", "application/xml")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofByteArray(MadeUpFiles.pupils("99XX", PUPILS)))
                .build();
        long entries = denied();
        HttpResponse<String> crossed = crossed(
                "delivery.subject",
                "select pg_advisory_xact_lock(hashtextextended('delivery.receive/99XX/" + key + "', 0))",
                upload);
        assertThat(crossed.statusCode()).as(crossed.body()).isEqualTo(503);
        assertThat(crossed.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(crossed.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(crossed.body()).contains("/problemen/gelijktijdig-verzoek", "dezelfde gegevens");
        assertThat(number("select count(*) from delivery.delivery where idempotency_key = '" + key + "'"))
                .isZero();
        assertThat(denied()).isEqualTo(entries + 1);
        HttpResponse<String> again = client.send(upload, BodyHandlers.ofString());
        assertThat(again.statusCode()).as(again.body()).isEqualTo(201);
    }

    @Test
    void a_page_says_the_same_in_words() throws Exception {
        HttpRequest page = HttpRequest.newBuilder(service.uri("portaal/sleutels"))
                .header("Cookie", session("sleutel-b-1"))
                .build();
        HttpResponse<String> crossed =
                crossed("pseudonym.key_check", "lock table pseudonym.key_state in access exclusive mode", page);
        assertThat(crossed.statusCode()).as(crossed.body()).isEqualTo(503);
        assertThat(crossed.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(crossed.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(crossed.body())
                .contains("Een ander verzoek werkte tegelijk aan dezelfde gegevens. Er is niets opgeslagen.");
        assertThat(client.send(page, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    /** Lets the request wait for the table while it holds what the statement then asks for. */
    private HttpResponse<String> crossed(String table, String asksForHeld, HttpRequest request) throws Exception {
        try (Connection connection = service.superuser();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // so that it is the request whose wait PostgreSQL ends
            statement.execute("set deadlock_timeout = '5min'");
            statement.execute("lock table " + table + " in access exclusive mode");
            CompletableFuture<HttpResponse<String>> answer = client.sendAsync(request, BodyHandlers.ofString());
            awaitWaiting(statement, table);
            statement.execute(asksForHeld);
            connection.rollback();
            return answer.get();
        }
    }

    private static void awaitWaiting(Statement statement, String table) throws SQLException {
        String waiting = "select pg_sleep(0.02), (select count(*) from pg_locks where not granted and relation = '"
                + table + "'::regclass)";
        for (int round = 0; round < ROUNDS; round++) {
            try (ResultSet row = statement.executeQuery(waiting)) {
                row.next();
                if (row.getLong(2) > 0) {
                    return;
                }
            }
        }
        throw new IllegalStateException("the request did not come to " + table);
    }

    private String session(String user) throws Exception {
        String body = "gebruikersnaam=" + user + "&naar=start&wachtwoord="
                + URLEncoder.encode(Accounts.of(user).passphrase(), StandardCharsets.UTF_8);
        HttpRequest signIn = HttpRequest.newBuilder(service.uri("portaal/aanmelden"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(signIn, BodyHandlers.discarding())
                .headers()
                .firstValue("Set-Cookie")
                .orElse("")
                .replaceAll(";.*", "");
    }

    private long denied() throws SQLException {
        return number("select count(*) from audit.written where entry::json ->> 'res' = 'denied'"
                + " and entry::json ->> 'act' like 'delivery.%'");
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = service.superuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
