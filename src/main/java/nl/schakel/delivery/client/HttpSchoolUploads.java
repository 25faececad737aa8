package nl.schakel.delivery.client;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.schakel.delivery.SchoolUploads;
import nl.schakel.pseudonym.BlindedElement;
import nl.schakel.pseudonym.Canaries;
import nl.schakel.pseudonym.Evaluations;

/** The API of the service over HTTP. */
public final class HttpSchoolUploads implements SchoolUploads {
    private static final String POINTS = "/api/v1/blinde-evaluaties";
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Duration LONGEST = Duration.ofHours(1);

    /** For the loader of services. */
    public HttpSchoolUploads() {}

    @Override
    public Session at(URI service, String token) {
        String host = service.getHost();
        boolean here = "http".equalsIgnoreCase(service.getScheme()) && host != null && LOOPBACK.contains(host);
        if (host == null || !(here || "https".equalsIgnoreCase(service.getScheme()))) {
            throw new NotDelivered("het adres van de dienst begint niet met https://; er is niets verstuurd");
        }
        return new HttpSession(HttpClient.newHttpClient(), service, token);
    }

    private record HttpSession(HttpClient client, URI service, String token) implements Session {
        @Override
        public List<Canaries> canaries() {
            return BlindAnswers.canaries(done(send(request(POINTS).GET())));
        }

        @Override
        public List<Evaluations> evaluate(List<BlindedElement> points) {
            JsonArrayBuilder texts = Json.createArrayBuilder();
            points.forEach(point -> texts.add(point.text()));
            String body =
                    Json.createObjectBuilder().add("punten", texts).build().toString();
            HttpRequest.Builder request = request(POINTS).header("Content-Type", "application/json");
            return BlindAnswers.evaluations(done(send(request.POST(BodyPublishers.ofString(body)))));
        }

        @Override
        public Answer deliver(Map<String, String> query, String key, Supplier<InputStream> body) {
            String parameters = query.entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            HttpResponse<String> answer = send(request("/api/v1/leveringen?" + parameters)
                    .header("Content-Type", "application/octet-stream")
                    .header("Idempotency-Key", key)
                    .POST(BodyPublishers.ofInputStream(body)));
            json(answer);
            return new Answer(accepted(answer), answer.body());
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(service.resolve(path))
                    .timeout(LONGEST)
                    .header("Authorization", "Bearer " + token)
                    .header("Accept", "application/json, application/problem+json");
        }

        private HttpResponse<String> send(HttpRequest.Builder request) {
            try {
                return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new NotDelivered("onderbroken", e);
            }
        }

        /** The JSON of any answer of the service; a proxy's page is none. */
        private static JsonObject json(HttpResponse<String> answer) {
            try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
                return reader.readObject();
            } catch (JsonException e) {
                throw new NotDelivered(
                        "het antwoord is niet van de dienst (status " + answer.statusCode() + "); controleer het adres",
                        e);
            }
        }

        private static boolean accepted(HttpResponse<String> answer) {
            return answer.statusCode() / 100 == 2;
        }

        /** The body of a request that was done. @throws NotDelivered with what the service says otherwise */
        private static JsonObject done(HttpResponse<String> answer) {
            JsonObject body = json(answer);
            if (!accepted(answer)) {
                throw new NotDelivered(
                        "de dienst weigert: " + body.getString("detail", "status " + answer.statusCode()));
            }
            return body;
        }
    }
}
