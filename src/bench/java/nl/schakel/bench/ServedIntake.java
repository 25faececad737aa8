package nl.schakel.bench;

import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.schakel.testserver.Accounts;
import nl.schakel.testserver.RunningService;

/** The API of the packaged service in a process of its own; needs {@code mvn package} before. */
final class ServedIntake implements IntakeTarget {
    private static final Pattern ACCEPTED = Pattern.compile("\"opgenomen\":([0-9]+)");
    private final RunningService service =
            RunningService.start(RunningService.newHome(), Map.of("-XX:TieredStopAtLevel", "4"));
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Override
    public long deliver(String brin, InputStream file) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(service.uri("api/v1/leveringen"))
                .header("Authorization", "Bearer " + token(brin))
                .header("Content-Type", "application/xml")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> file))
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        Matcher accepted = ACCEPTED.matcher(answer.body());
        if (answer.statusCode() != 201 || !accepted.find()) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return Long.parseLong(accepted.group(1));
    }

    private static String token(String brin) {
        return Accounts.of("school-" + brin.toLowerCase(Locale.ROOT)).token();
    }

    @Override
    public Connection superuser() throws SQLException {
        return service.superuser();
    }

    @Override
    public void close() {
        service.close();
    }
}
