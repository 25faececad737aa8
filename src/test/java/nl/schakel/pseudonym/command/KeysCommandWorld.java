package nl.schakel.pseudonym.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.schakel.platform.secret.HolderFiles;
import nl.schakel.platform.secret.KeyEntries;
import nl.schakel.platform.work.CommandFailed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code schakel keys} on files of its own, beside a service that answers each step. */
abstract class KeysCommandWorld {
    @TempDir
    Path folder = Path.of("");

    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();
    final List<String> asked = new ArrayList<>();
    HttpServer service = serving();
    String refusal = "";
    String becomes = "";
    int patience = Integer.MAX_VALUE;

    @BeforeEach
    void prepare() throws IOException {
        service.createContext("/api/v1/sleutelhandelingen", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String path = exchange.getRequestURI().getPath();
            String token = exchange.getRequestHeaders().getFirst("Authorization");
            asked.add(token.replace("Bearer ", "") + " " + path.replace("/api/v1/sleutelhandelingen", "") + " " + body);
            boolean refused = (!refusal.isEmpty() && path.endsWith(refusal)) || asked.size() > patience;
            byte[] answer = (refused
                            ? "{\"title\":\"Een ander moet bevestigen\",\"sleutel\":\"link/1\"}"
                            : "{\"id\":\"7\"" + becomes + "}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(refused ? 403 : 200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        service.createContext("/api/v1/sleutels", exchange -> {
            byte[] answer = "{\"nietTeruggezien\":{\"personen\":7,\"metBesluit\":2}}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        service.start();
        Files.writeString(folder.resolve("een.token"), "eerste\n");
        Files.writeString(folder.resolve("twee.token"), "tweede\n");
        Files.writeString(folder.resolve("zin"), "een wachtzin van genoeg tekens\n");
        Files.writeString(folder.resolve("zin2"), "een andere wachtzin van genoeg tekens\n");
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    void assertRefused(String shares, String reason) {
        assertThat(keys("recover --houder b --kluis DIR/hersteld --wachtzin-bestand DIR/zin2 WIE --reserve DIR/reserve "
                        + shares))
                .isOne();
        assertThat(err.toString()).contains(reason);
        err.getBuffer().setLength(0);
    }

    int keys(String line) {
        String full = line.replace("KLUIS", "--kluis DIR/kluis --wachtzin-bestand DIR/zin")
                .replace("NOTULEN", "--notulen DIR/notulen --bewaarder Jan --bewaarder Els")
                .replace("WIE", "--url URL TOKENS")
                .replace("TOKENS", "--token-bestand DIR/een.token --token-bestand DIR/twee.token")
                .replace("URL", "http://localhost:" + service.getAddress().getPort())
                .replace("DIR", folder.toString());
        return new CommandLine(new KeysCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (!(failure instanceof CommandFailed)) {
                        throw failure;
                    }
                    err.append(failure.getMessage()).append('\n');
                    return 1;
                })
                .execute(full.split(" +"));
    }

    Map<String, String> checkValues(String store, String passphrase) {
        try (KeyEntries entries = KeyEntries.read(files(store, passphrase))) {
            return entries.checkValues();
        }
    }

    HolderFiles files(String store, String passphrase) {
        return new HolderFiles(folder.resolve(store), folder.resolve(passphrase));
    }

    void assertOwnerOnly(String file) throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))))
                .isEqualTo("rw-------");
    }

    static HttpServer serving() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
