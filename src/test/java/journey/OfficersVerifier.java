package journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** A privacy officer who takes the log along and verifies it with the tools, and who keeps what was verified the last time. */
final class OfficersVerifier {
    private static final int PATIENCE = 5000;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Path folder;

    OfficersVerifier() {
        try {
            folder = Files.createTempDirectory(Path.of("target"), "verifier-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Verifies what the service hands over now; asks again until its first checkpoint is signed. */
    CommandLine verify(URI api, String token) throws IOException, InterruptedException {
        String keys = get(api, "controlepunt/sleutels", token).body();
        Files.writeString(
                folder.resolve("beleid"),
                keys.lines().map(key -> "log " + key + "\n").collect(Collectors.joining()) + "quorum none\n");
        Files.writeString(
                folder.resolve("ondertekenaar"),
                get(api, "ondertekenaar", token).body());
        HttpResponse<String> bundle = get(api, "logboek/bundel?regels=true", token);
        for (int again = 0; bundle.statusCode() == 503 && again < PATIENCE; again++) {
            bundle = get(api, "logboek/bundel?regels=true", token);
        }
        if (bundle.statusCode() != 200) {
            throw new IllegalStateException(bundle.body());
        }
        Files.writeString(folder.resolve("bundel"), bundle.body());
        return CommandLine.schakel(
                "verify",
                folder.resolve("bundel").toString(),
                "--policy=" + folder.resolve("beleid"),
                "--signer=" + folder.resolve("ondertekenaar"),
                "--state=" + folder.resolve("stand"));
    }

    private HttpResponse<String> get(URI api, String path, String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(api.resolve(path))
                .header("Authorization", "Bearer " + token)
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
