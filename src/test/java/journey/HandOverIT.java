package journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import nl.schakel.testserver.Accounts;
import nl.schakel.testserver.RunningService;
import org.junit.jupiter.api.Test;

/** The packaged service hands its processing log over to the collector of its configuration. */
class HandOverIT {
    private static final int PUPILS = 5;
    private static final int PATIENCE_SECONDS = 120;

    @Test
    void a_delivery_arrives_at_the_collector_as_an_operation_and_a_line_for_each_pupil() throws Exception {
        BlockingQueue<JsonObject> spans = new LinkedBlockingQueue<>();
        HttpServer collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            assertThat(exchange.getRequestHeaders().getFirst("X-Sleutel")).isEqualTo("geheim");
            try (JsonReader reader = Json.createReader(exchange.getRequestBody())) {
                reader.readObject()
                        .getJsonArray("resourceSpans")
                        .getJsonObject(0)
                        .getJsonArray("scopeSpans")
                        .getJsonObject(0)
                        .getJsonArray("spans")
                        .forEach(span -> spans.add(span.asJsonObject()));
            }
            byte[] answer = "{}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        collector.start();
        Path home = RunningService.newHome();
        Path header = Files.writeString(home.resolve("kop"), "X-Sleutel: geheim\n");
        Map<String, String> properties = Map.of(
                "schakel.otlp.adres",
                "http://127.0.0.1:" + collector.getAddress().getPort() + "/v1/traces",
                "schakel.otlp.kop-bestand",
                header.toString());
        try (RunningService service = RunningService.start(home, properties)) {
            HttpRequest delivery = HttpRequest.newBuilder(service.uri("api/v1/leveringen"))
                    .header(
                            "Authorization",
                            "Bearer " + Accounts.of("school-99zz").token())
                    .header("Content-Type", "application/xml")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .POST(BodyPublishers.ofByteArray(MadeUpFiles.pupils("99ZZ", PUPILS)))
                    .build();
            HttpResponse<String> delivered = HttpClient.newHttpClient().send(delivery, BodyHandlers.ofString());
            assertThat(delivered.statusCode()).as(delivered.body()).isEqualTo(201);
            String[] context =
                    delivered.headers().firstValue("traceparent").orElseThrow().split("-");
            for (int n = 0; n <= PUPILS; n++) {
                JsonObject span = spans.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                assertThat(span).as("span %d", n).isNotNull();
                assertThat(span.getString("traceId")).isEqualTo(context[1]);
                assertThat(span.getString(n == 0 ? "spanId" : "parentSpanId")).isEqualTo(context[2]);
            }
        } finally {
            collector.stop(0);
        }
    }
}
