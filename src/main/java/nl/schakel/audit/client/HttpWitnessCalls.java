package nl.schakel.audit.client;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.schakel.audit.AddCheckpoint;
import nl.schakel.audit.WitnessCalls;
import nl.schakel.audit.WitnessReply;

/** Asks a witness by the HTTP client of the JDK. Follows no redirect; an answer that is long or slow is no answer. */
@ApplicationScoped
public class HttpWitnessCalls implements WitnessCalls {
    private static final String SIZE = "text/x.tlog.size";
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int LONGEST = 1 << 17;

    private final Duration patience;
    private final HttpClient client;

    /** For the container. */
    public HttpWitnessCalls() {
        this(PATIENCE);
    }

    HttpWitnessCalls(Duration patience) {
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public WitnessReply ask(URI address, AddCheckpoint request) {
        String prefix = address.toString().replaceFirst("/+$", "");
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        CompletableFuture<HttpResponse<Void>> answer = client.sendAsync(
                HttpRequest.newBuilder(URI.create(prefix + "/add-checkpoint"))
                        .timeout(patience)
                        .header("Content-Type", "text/plain; charset=utf-8")
                        .POST(HttpRequest.BodyPublishers.ofString(request.value()))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArrayConsumer(part -> collect(body, part)));
        try {
            return reply(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS), body.toString(StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new WitnessReply.Away();
        } catch (ExecutionException | TimeoutException e) {
            return new WitnessReply.Away();
        } finally {
            answer.cancel(true);
        }
    }

    private static void collect(ByteArrayOutputStream body, Optional<byte[]> part) {
        if (body.size() + part.map(bytes -> bytes.length).orElse(0) > LONGEST) {
            throw new IllegalStateException("a witness answers too much");
        }
        part.ifPresent(body::writeBytes);
    }

    private static WitnessReply reply(HttpResponse<Void> response, String body) {
        boolean size = response.headers()
                .firstValue("Content-Type")
                .filter(SIZE::equals)
                .isPresent();
        return switch (response.statusCode()) {
            case 200 -> new WitnessReply.Signed(body);
            case 409 -> size ? size(body) : new WitnessReply.Contradicted();
            case 422 -> new WitnessReply.Contradicted();
            default -> response.statusCode() >= 500 ? new WitnessReply.Away() : new WitnessReply.Refused();
        };
    }

    private static WitnessReply size(String body) {
        return body.matches("(0|[1-9][0-9]{0,17})\n")
                ? new WitnessReply.OtherSize(Long.parseLong(body.strip()))
                : new WitnessReply.Refused();
    }
}
