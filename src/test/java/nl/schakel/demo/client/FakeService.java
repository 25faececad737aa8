package nl.schakel.demo.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A service that answers by the first prefix that fits and remembers what it was asked. */
final class FakeService implements AutoCloseable {
    private final HttpServer server;
    private final List<Call> calls = new ArrayList<>();
    private final Map<String, String> answers = new LinkedHashMap<>();

    /** @param path without the API's prefix, with the query */
    record Call(String method, String path, String token, String type, String text) {}

    FakeService() throws IOException {
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/", this::answer);
        server.start();
    }

    /** Answers with a status and JSON where method and path start like this. */
    FakeService on(String start, int status, String json) {
        answers.put(start, status + json);
        return this;
    }

    URI uri() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString().substring("/api/v1/".length());
        String token = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        synchronized (this) {
            calls.add(new Call(exchange.getRequestMethod(), path, token, type, body));
        }
        String found = answers.entrySet().stream()
                .filter(entry -> (exchange.getRequestMethod() + " " + path).startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("404{\"type\":\"/problemen/onbekend\",\"title\":\"Onbekend\"}");
        byte[] json = found.substring(3).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(Integer.parseInt(found.substring(0, 3)), json.length);
        exchange.getResponseBody().write(json);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
