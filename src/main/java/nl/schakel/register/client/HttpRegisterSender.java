package nl.schakel.register.client;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.schakel.register.RegisterSender;

/** Streams the files from disk in one multipart request. */
public final class HttpRegisterSender implements RegisterSender {
    private static final Duration LONGEST = Duration.ofHours(6);
    private static final String LINE = "\r\n";

    @Override
    public Answer send(Path folder, URI service, String token) throws IOException, InterruptedException {
        String boundary = "schakel-" + UUID.randomUUID();
        HttpRequest request = HttpRequest.newBuilder(service.resolve("/api/v1/registerleveringen"))
                .timeout(LONGEST)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(body(folder, boundary))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        return new Answer(answer.statusCode() / 100 == 2, answer.body());
    }

    private static BodyPublisher body(Path folder, String boundary) throws IOException {
        List<BodyPublisher> parts = new ArrayList<>();
        part(parts, boundary, "manifest", folder.resolve("manifest.json"));
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(folder.resolve("manifest.json")))) {
            for (JsonObject file : reader.readObject().getJsonArray("bestanden").getValuesAs(JsonObject.class)) {
                String name = file.getString("naam");
                part(parts, boundary, name, folder.resolve(Path.of(name).getFileName()));
            }
        }
        parts.add(BodyPublishers.ofString("--" + boundary + "--" + LINE));
        return BodyPublishers.concat(parts.toArray(BodyPublisher[]::new));
    }

    private static void part(List<BodyPublisher> parts, String boundary, String name, Path file) throws IOException {
        parts.add(BodyPublishers.ofString("--" + boundary + LINE + "Content-Disposition: form-data; name=\"" + name
                + "\"; filename=\"" + file.getFileName() + "\"" + LINE + "Content-Type: application/octet-stream" + LINE
                + LINE));
        parts.add(BodyPublishers.ofFile(file));
        parts.add(BodyPublishers.ofString(LINE));
    }
}
