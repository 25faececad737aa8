package nl.schakel.account.client;

import com.nimbusds.common.contenttype.ContentType;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Calls to providers: TLS (or this machine), no redirects, five seconds to connect and ten for an answer of at most 256 KiB.
 * Thread-safe.
 */
final class Outbound implements HTTPRequestSender, ResourceRetriever {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final int LARGEST = 262_144;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @Override
    public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest question) throws IOException {
        HttpRequest.Builder request = request(question.getURI());
        for (Map.Entry<String, List<String>> header : question.getHeaderMap().entrySet()) {
            header.getValue().forEach(value -> request.header(header.getKey(), value));
        }
        String body = question.getBody();
        request.method(
                question.getMethod().name(),
                body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        HttpResponse<InputStream> answer = sent(request.build());
        HTTPResponse response = new HTTPResponse(answer.statusCode());
        response.setBody(text(answer));
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (!type.isEmpty()) {
            try {
                response.setContentType(type);
            } catch (ParseException e) {
                throw new IOException("no content type", e);
            }
        }
        return response;
    }

    @Override
    public Resource retrieveResource(URL address) throws IOException {
        String text = get(URI.create(address.toString()));
        return new Resource(text, ContentType.APPLICATION_JSON.toString());
    }

    /** The document at an address. @throws IOException for anything but a good answer */
    String get(URI address) throws IOException {
        HttpRequest question =
                request(address).header("Accept", "application/json").GET().build();
        HttpResponse<InputStream> answer = sent(question);
        String text = text(answer);
        if (answer.statusCode() != 200) {
            throw new IOException("status " + answer.statusCode());
        }
        return text;
    }

    private static HttpRequest.Builder request(URI address) throws IOException {
        if (!ProviderSettings.isTrusted(address)) {
            throw new IOException("not an address to trust");
        }
        return HttpRequest.newBuilder(address).timeout(ANSWER);
    }

    private HttpResponse<InputStream> sent(HttpRequest request) throws IOException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static String text(HttpResponse<InputStream> answer) throws IOException {
        try (InputStream body = answer.body()) {
            byte[] bytes = body.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                Arrays.fill(bytes, (byte) 0);
                throw new IOException("too long an answer");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
