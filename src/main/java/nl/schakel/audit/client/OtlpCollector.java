package nl.schakel.audit.client;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.schakel.audit.CollectorFailure;
import nl.schakel.audit.LineCollector;
import nl.schakel.audit.ProcessingEncoding;
import nl.schakel.audit.ProcessingLine;
import org.eclipse.microprofile.config.Config;

/**
 * A collector that speaks OTLP/HTTP in JSON. Only its answer {@code 200} with an empty or JSON body that rejects nothing is an
 * acknowledgement.
 */
@Dependent
public class OtlpCollector implements LineCollector {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final Set<Integer> LATER = Set.of(429, 502, 503, 504);
    private static final int LONGEST_ANSWER = 1 << 16;

    private final Optional<URI> address;
    private final Optional<Header> header;
    private final ProcessingEncoding encoding;
    private final HttpClient client;

    /** What opens the collector's door. */
    record Header(String name, String value) {
        static Header of(String line) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new IllegalArgumentException("schakel.otlp.kop-bestand holds one line: a name, a colon, a value");
            }
            return new Header(
                    line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        }

        @Override
        public String toString() {
            return name + ": hidden";
        }
    }

    /** Reads {@code schakel.otlp.adres} and {@code schakel.otlp.kop-bestand}. */
    @Inject
    public OtlpCollector(Config config, ProcessingEncoding encoding) {
        this(
                config.getOptionalValue("schakel.otlp.adres", String.class),
                config.getOptionalValue("schakel.otlp.kop-bestand", String.class)
                        .map(OtlpCollector::read),
                encoding);
    }

    /**
     * Sends to an address.
     *
     * @param address of traces, {@code https://…/v1/traces}; plain HTTP to this machine only
     * @param header a line as {@code Authorization: Bearer …}
     * @throws IllegalArgumentException where either has another form
     */
    public OtlpCollector(Optional<String> address, Optional<String> header, ProcessingEncoding encoding) {
        this.address = address.map(OtlpCollector::safe);
        this.header = header.map(Header::of);
        this.encoding = encoding;
        this.client = HttpClient.newBuilder()
                .connectTimeout(CONNECTING)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URI safe(String text) {
        URI uri = URI.create(text.strip());
        boolean here = Set.of("127.0.0.1", "[::1]", "localhost").contains(String.valueOf(uri.getHost()));
        if (uri.getHost() == null || !("https".equals(uri.getScheme()) || (here && "http".equals(uri.getScheme())))) {
            throw new IllegalArgumentException("schakel.otlp.adres is an address of https");
        }
        return uri;
    }

    @Override
    public boolean configured() {
        return address.isPresent();
    }

    @Override
    public void send(List<ProcessingLine> lines) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.orElseThrow())
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofByteArray(encoding.message(lines)));
        header.ifPresent(one -> request.header(one.name(), one.value()));
        try {
            HttpResponse<InputStream> answer = client.send(request.build(), BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                judge(answer.statusCode(), body.readNBytes(LONGEST_ANSWER));
            }
        } catch (IOException e) {
            throw new CollectorFailure("the collector did not answer", false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CollectorFailure("the service stops", false);
        }
    }

    private static void judge(int status, byte[] body) {
        if (status != OK) {
            throw new CollectorFailure("the collector answered " + status, !LATER.contains(status));
        }
        if (rejected(body) != 0) {
            throw new CollectorFailure("the collector rejected lines", true);
        }
    }

    /** How many spans an {@code ExportTraceServiceResponse} rejects; -1 for what is none. */
    private static long rejected(byte[] body) {
        if (body.length == 0) {
            return 0;
        }
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
            JsonValue partial = reader.readObject().getOrDefault("partialSuccess", JsonValue.EMPTY_JSON_OBJECT);
            JsonValue count = partial instanceof JsonObject object
                    ? object.getOrDefault("rejectedSpans", Json.createValue(0))
                    : Json.createValue(0);
            if (count instanceof JsonString text) {
                return Long.parseLong(text.getString());
            }
            return count instanceof JsonNumber number ? number.longValueExact() : -1;
        } catch (JsonException | ArithmeticException | NumberFormatException e) {
            return -1;
        }
    }
}
