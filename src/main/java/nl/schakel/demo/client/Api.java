package nl.schakel.demo.client;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import nl.schakel.demo.PlayStopped;

/** The public API as one account sees it. Thread-safe. */
final class Api {
    private static final String PREFIX = "/api/v1/";
    private static final String JSON = "application/json";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final HttpClient http;
    private final URI service;
    private final Account account;

    Api(HttpClient http, URI service, Account account) {
        this.http = http;
        this.service = service;
        this.account = account;
    }

    /** A resource that must be there. */
    JsonStructure get(String path) throws IOException, InterruptedException {
        return expect("GET", path, send(request(path).GET())).json();
    }

    /** Posts JSON; anything but success stops the play. */
    JsonObject post(String path, JsonStructure body) throws IOException, InterruptedException {
        return expect("POST", path, attempt(path, body)).object();
    }

    /** Posts JSON and returns whatever comes back. */
    Answer attempt(String path, JsonStructure body) throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", JSON).POST(BodyPublishers.ofString(body.toString())));
    }

    /** Posts a file; the key makes a repetition harmless. */
    JsonObject upload(String path, String type, String key, BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", type)
                .header("Idempotency-Key", key)
                .POST(body);
        return expect("POST", path, send(request)).object();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.resolve(PREFIX + path))
                .timeout(PATIENCE)
                .header("Accept", JSON + ", application/problem+json")
                .header("Accept-Language", "nl")
                .header("Authorization", "Bearer " + account.token());
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.body());
    }

    private Answer expect(String method, String path, Answer answer) {
        if (!answer.isSuccess()) {
            throw new PlayStopped(account.user() + ": " + method + " " + path + " -> " + answer.problem());
        }
        return answer;
    }

    /** An answer of the service. */
    record Answer(int status, String body) {
        boolean isSuccess() {
            return status >= 200 && status < 300;
        }

        /** The body, or an empty object where there is none. */
        JsonStructure json() {
            if (body.isBlank()) {
                return JsonObject.EMPTY_JSON_OBJECT;
            }
            try (JsonReader reader = Json.createReader(new StringReader(body))) {
                return reader.read();
            }
        }

        JsonObject object() {
            return json() instanceof JsonObject object ? object : JsonObject.EMPTY_JSON_OBJECT;
        }

        /** The last part of the problem's type, or an empty text. */
        String slug() {
            String type = problemObject().getString("type", "");
            return type.substring(type.lastIndexOf('/') + 1);
        }

        /** Status, title and detail of a problem, for people. */
        String problem() {
            JsonObject problem = problemObject();
            return status + " " + problem.getString("title", "") + " " + problem.getString("detail", "") + " "
                    + (problem.containsKey("fouten") ? problem.get("fouten") : "");
        }

        private JsonObject problemObject() {
            try {
                return object();
            } catch (JsonException e) {
                return JsonObject.EMPTY_JSON_OBJECT;
            }
        }
    }
}
