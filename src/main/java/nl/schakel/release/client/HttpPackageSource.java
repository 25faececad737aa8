package nl.schakel.release.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.schakel.release.PackageRejected;
import nl.schakel.release.PackageSource;
import nl.schakel.release.ReleaseId;

/**
 * The API of a Schakel service, by the HTTP client of the JDK. Follows no redirect, so that the token goes nowhere else. Asks a
 * busy service again, as long as it says when, up to fifteen times.
 */
public final class HttpPackageSource implements PackageSource {
    private static final Pattern TITLE = Pattern.compile("\"title\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.){0,300})\"");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OK = 200;
    private static final int BUSY = 503;
    private static final int MOST_WAITS = 15;
    private static final long LONGEST_WAIT = 10;
    private static final int LONGEST_TEXT = 1 << 16;

    /** For the service loader. */
    public HttpPackageSource() {}

    @Override
    public Session at(URI service, String token) {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        return new HttpSession(client, service, token);
    }

    private record HttpSession(HttpClient client, URI service, String token) implements Session {
        @Override
        public String note(ReleaseId id) throws IOException {
            return text("/api/v1/vrijgaven/" + id + "/handtekening");
        }

        @Override
        public void download(ReleaseId id, OutputStream out) throws IOException {
            try (InputStream body = get("/api/v1/vrijgaven/" + id + "/pakket")) {
                body.transferTo(out);
            }
        }

        @Override
        public String verificationKey() throws IOException {
            return text("/api/v1/ondertekenaar").strip();
        }

        private String text(String path) throws IOException {
            try (InputStream body = get(path)) {
                return new String(body.readNBytes(LONGEST_TEXT), StandardCharsets.UTF_8);
            }
        }

        private InputStream get(String path) throws IOException {
            HttpRequest request = HttpRequest.newBuilder(service.resolve(path))
                    .header("Authorization", "Bearer " + token)
                    .header("Accept-Language", "nl")
                    .build();
            try {
                HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
                for (int again = 0; response.statusCode() == BUSY && again < MOST_WAITS; again++) {
                    response.body().close();
                    TimeUnit.SECONDS.sleep(wait(response));
                    response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
                }
                if (response.statusCode() != OK) {
                    throw refused(response);
                }
                return response.body();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("onderbroken", e);
            }
        }

        /** What the service asks, at least one and at most ten seconds; a release waits for the log to be signed. */
        private static long wait(HttpResponse<?> response) {
            long asked = response.headers().firstValueAsLong("Retry-After").orElse(LONGEST_WAIT);
            return Math.max(1, Math.min(LONGEST_WAIT, asked));
        }

        private static PackageRejected refused(HttpResponse<InputStream> response) throws IOException {
            try (InputStream body = response.body()) {
                String problem = new String(body.readNBytes(LONGEST_TEXT), StandardCharsets.UTF_8);
                Matcher title = TITLE.matcher(problem);
                String words = title.find() ? printable(title.group(1)) : "geen uitleg";
                return new PackageRejected("de dienst weigert (" + response.statusCode() + "): " + words);
            }
        }

        private static String printable(String text) {
            return text.replaceAll("\\p{Cntrl}", " ");
        }
    }
}
