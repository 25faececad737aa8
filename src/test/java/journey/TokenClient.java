package journey;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;

/** Calls the API with a token. */
record TokenClient(URI api, String token) {
    private static final int PATIENCE = 2000;
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** What came back. */
    record Answer(int status, String body) {
        JsonObject json() {
            try (JsonReader reader = Json.createReader(new StringReader(body))) {
                return reader.readObject();
            }
        }

        String id() {
            return json().getString("id");
        }
    }

    Answer get(String path) throws IOException, InterruptedException {
        return answer(CLIENT.send(request(path).GET().build(), BodyHandlers.ofString()));
    }

    Answer post(String path, String body) throws IOException, InterruptedException {
        return answer(CLIENT.send(posting(path, body), BodyHandlers.ofString()));
    }

    /** Posts under a key, so that the same again gives the same. */
    Answer post(String path, String body, String key) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(posting(path, body), (name, value) -> true)
                .header("Idempotency-Key", key)
                .build();
        return answer(CLIENT.send(request, BodyHandlers.ofString()));
    }

    /** Posts and does not wait. */
    CompletableFuture<HttpResponse<String>> begin(String path, String body) {
        return CLIENT.sendAsync(posting(path, body), BodyHandlers.ofString());
    }

    /** Fetches a package; asks again while its release waits for the log to be signed. */
    Answer download(String path) throws IOException, InterruptedException {
        HttpRequest request = request(path).setHeader("Accept", "*/*").GET().build();
        Answer answer = answer(CLIENT.send(request, BodyHandlers.ofString()));
        for (int again = 0; answer.body().contains("nog-niet-verzegeld") && again < PATIENCE; again++) {
            answer = answer(CLIENT.send(request, BodyHandlers.ofString()));
        }
        return answer;
    }

    private HttpRequest posting(String path, String body) {
        return request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(api.resolve(path))
                .header("Accept", "application/json, application/problem+json")
                .header("Authorization", "Bearer " + token);
    }

    private static Answer answer(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.body());
    }
}
