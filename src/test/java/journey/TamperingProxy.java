package journey;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/**
 * Stands before a provider, on {@code 127.0.0.1}: for a browser another site than {@code localhost}, where the service is.
 * A test can have it change what the provider tells the service, and reads what was told.
 */
final class TamperingProxy implements AutoCloseable {
    private static final Set<String> OWN =
            Set.of("host", "connection", "content-length", "transfer-encoding", "upgrade", "http2-settings");
    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    private final ExecutorService workers = Executors.newFixedThreadPool(4);
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final List<String> tokens = new ArrayList<>();
    private volatile UnaryOperator<String> change = text -> text;

    TamperingProxy(int provider) throws IOException {
        server.setExecutor(workers);
        server.createContext("/", call -> pass(call, provider));
        server.start();
    }

    /** The address without slash at the end. */
    String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on every answer of the token endpoint is changed so. */
    void change(UnaryOperator<String> other) {
        change = other;
    }

    /** What the token endpoint has told, unchanged. */
    synchronized List<String> tokens() {
        return List.copyOf(tokens);
    }

    private void pass(HttpExchange call, int provider) throws IOException {
        URI asked = call.getRequestURI();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + provider + asked))
                .method(
                        call.getRequestMethod(),
                        HttpRequest.BodyPublishers.ofByteArray(
                                call.getRequestBody().readAllBytes()));
        call.getRequestHeaders().forEach((name, values) -> {
            if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            answer(call, client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange call, HttpResponse<byte[]> told) throws IOException {
        byte[] body = told.body();
        if (call.getRequestURI().getPath().endsWith("/token")) {
            String text = new String(body, StandardCharsets.UTF_8);
            synchronized (this) {
                tokens.add(text);
            }
            body = change.apply(text).getBytes(StandardCharsets.UTF_8);
        }
        told.headers().map().forEach((name, values) -> {
            if (!OWN.contains(name.toLowerCase(Locale.ROOT)) && !name.startsWith(":")) {
                call.getResponseHeaders().put(name, values);
            }
        });
        call.sendResponseHeaders(told.statusCode(), body.length == 0 ? -1 : body.length);
        call.getResponseBody().write(body);
        call.close();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
