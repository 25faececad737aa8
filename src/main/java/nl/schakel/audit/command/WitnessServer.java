package nl.schakel.audit.command;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import nl.schakel.audit.AddCheckpoint;
import nl.schakel.audit.NoteSignature;
import nl.schakel.audit.Witness;

/**
 * A witness at an address. Knows one request, {@code POST /add-checkpoint}; a body that is too long is not read, and who sends or
 * reads slowly is cut off. Source: C2SP tlog-witness.
 */
final class WitnessServer implements AutoCloseable {
    private static final String PATH = "/add-checkpoint";
    private static final String PLAIN = "text/plain; charset=utf-8";
    private static final String SIZE = "text/x.tlog.size";
    private static final int THREADS = 8;
    private static final int BACKLOG = 64;
    private static final String SECONDS = "10";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final Witness witness;
    private final PrintWriter log;

    /** What is sent back. */
    private record Reply(int status, String type, String body) {}

    private WitnessServer(HttpServer server, Witness witness, PrintWriter log) {
        this.server = server;
        this.witness = witness;
        this.log = log;
    }

    /** Answers from now on, and tells each request in one line. */
    static WitnessServer start(InetSocketAddress address, Witness witness, PrintWriter log) throws IOException {
        System.setProperty("sun.net.httpserver.maxReqTime", SECONDS);
        System.setProperty("sun.net.httpserver.maxRspTime", SECONDS);
        WitnessServer started = new WitnessServer(HttpServer.create(address, BACKLOG), witness, log);
        started.server.setExecutor(started.threads);
        started.server.createContext("/", started::handle);
        started.server.start();
        return started;
    }

    /** Where it answers. */
    InetSocketAddress address() {
        return server.getAddress();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply = reply(exchange);
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", reply.type());
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            log.println(reply.status() + " "
                    + exchange.getRemoteAddress().getAddress().getHostAddress());
            log.flush();
        }
    }

    private Reply reply(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestURI().getPath().equals(PATH)) {
            return new Reply(404, PLAIN, "hier is niets\n");
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            exchange.getResponseHeaders().set("Allow", "POST");
            return new Reply(405, PLAIN, "alleen POST\n");
        }
        byte[] body = exchange.getRequestBody().readNBytes(AddCheckpoint.MAX_LENGTH + 1);
        if (body.length > AddCheckpoint.MAX_LENGTH) {
            return new Reply(413, PLAIN, "het verzoek is te lang\n");
        }
        try {
            return reply(witness.add(body));
        } catch (RuntimeException e) {
            log.println("500 " + e.getClass().getName() + ": " + e.getMessage());
            return new Reply(500, PLAIN, "de getuige kan nu niet ondertekenen\n");
        }
    }

    private static Reply reply(Witness.Answer answer) {
        if (answer instanceof Witness.Answer.Cosigned signed) {
            return new Reply(
                    200, PLAIN, signed.lines().stream().map(NoteSignature::line).collect(Collectors.joining()));
        }
        if (answer instanceof Witness.Answer.OtherSize other) {
            return new Reply(409, SIZE, other.size() + "\n");
        }
        if (answer instanceof Witness.Answer.OtherRoot) {
            return new Reply(409, PLAIN, "deze omvang is met een andere wortel ondertekend\n");
        }
        if (answer instanceof Witness.Answer.NotProved) {
            return new Reply(422, PLAIN, "het bewijs laat niet zien dat het logboek alleen groeide\n");
        }
        if (answer instanceof Witness.Answer.Malformed malformed) {
            return new Reply(400, PLAIN, malformed.reason() + "\n");
        }
        return answer instanceof Witness.Answer.UnknownLog
                ? new Reply(404, PLAIN, "dit logboek is hier niet bekend\n")
                : new Reply(403, PLAIN, "geen bekende sleutel van dit logboek heeft dit ondertekend\n");
    }

    /** Ends at once; a request that is being answered is answered. */
    @Override
    public void close() {
        server.stop(1);
        threads.shutdown();
    }
}
