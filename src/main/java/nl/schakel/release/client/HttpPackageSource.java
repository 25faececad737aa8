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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.schakel.release.PackageRejected;
import nl.schakel.release.PackageSource;
import nl.schakel.release.ReleaseId;

/** The API of a Schakel service, by the HTTP client of the JDK. Follows no redirect, so that the token goes nowhere else. */
public final class HttpPackageSource implements PackageSource {
    private static final Pattern TITLE = Pattern.compile("\"title\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.){0,300})\"");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
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
                if (response.statusCode() != 200) {
                    throw refused(response);
                }
                return response.body();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("onderbroken", e);
            }
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
