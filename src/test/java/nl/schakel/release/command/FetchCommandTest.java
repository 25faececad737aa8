package nl.schakel.release.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
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
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicInteger;
import nl.schakel.platform.work.Subcommand;
import nl.schakel.release.APackage;
import nl.schakel.release.AgeKeyPair;
import nl.schakel.release.Decryption;
import nl.schakel.release.PackageContents;
import nl.schakel.release.PackageNotes;
import nl.schakel.release.PackedForTest;
import nl.schakel.release.Sha256;
import nl.schakel.release.TestSigner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The two commands against a small service, found and run as the root command does. */
class FetchCommandTest {
    private static final String TOKEN = "sch_token";
    private final AgeKeyPair researcher = APackage.tool(Decryption.class).newKeyPair();
    private final PackageContents contents = APackage.contents(12);
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private byte[] sealed = new byte[0];
    private HttpServer service = serving();

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void start() throws IOException {
        sealed = PackedForTest.sealed(contents, researcher);
        String text = PackageNotes.sealed(contents.release(), Sha256.of(sealed), sealed.length);
        String base = "/api/v1/vrijgaven/" + contents.release();
        service.createContext(
                base + "/handtekening",
                exchange -> answer(exchange, APackage.SIGNER.sign(text).value()));
        service.createContext(base + "/pakket", exchange -> answer(exchange, sealed));
        service.createContext("/api/v1/ondertekenaar", exchange -> answer(exchange, APackage.SIGNER.verificationKey()));
        service.start();
        Files.writeString(folder.resolve("token.txt"), TOKEN + "\n");
        Files.writeString(folder.resolve("sleutel.txt"), researcher.identity().reveal() + "\n");
        Files.writeString(folder.resolve("ondertekenaar.txt"), APackage.SIGNER.verificationKey() + "\n");
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @Test
    void fetches_checks_and_unpacks() {
        assertThat(fetch("ondertekenaar.txt")).as(err.toString()).isZero();
        assertThat(out.toString()).startsWith("Het pakket klopt.").contains("leerlingen     12");
        assertThat(folder.resolve("naar/vrijgave-" + contents.release() + "/gegevens.csv"))
                .exists();
    }

    @Test
    void asks_again_while_the_release_waits_for_the_log_to_be_signed() {
        AtomicInteger busy = new AtomicInteger(1);
        service.removeContext("/api/v1/vrijgaven/" + contents.release() + "/pakket");
        service.createContext("/api/v1/vrijgaven/" + contents.release() + "/pakket", exchange -> {
            if (busy.getAndDecrement() > 0) {
                exchange.getResponseHeaders().add("Retry-After", "1");
                exchange.sendResponseHeaders(503, -1);
            } else {
                answer(exchange, sealed);
            }
        });
        assertThat(fetch("ondertekenaar.txt")).as(err.toString()).isZero();
        assertThat(busy.get()).isEqualTo(-1);
    }

    @Test
    void warns_where_the_key_comes_from_the_service_itself() {
        assertThat(fetch("")).as(err.toString()).isZero();
        assertThat(err.toString()).contains("Let op");
    }

    @Test
    void ends_with_one_for_a_changed_package() {
        sealed[sealed.length / 2] ^= 1;
        assertThat(fetch("ondertekenaar.txt")).isEqualTo(1);
        assertThat(err.toString()).contains("haal: ");
        assertThat(folder.resolve("naar/vrijgave-" + contents.release())).doesNotExist();
    }

    @Test
    void ends_with_one_for_another_signer() throws IOException {
        Files.writeString(folder.resolve("ondertekenaar.txt"), new TestSigner(5).verificationKey());
        assertThat(fetch("ondertekenaar.txt")).isEqualTo(1);
    }

    @Test
    void repeats_the_words_of_a_service_that_refuses() throws IOException {
        Files.writeString(folder.resolve("token.txt"), "sch_other");
        assertThat(fetch("ondertekenaar.txt")).isEqualTo(1);
        assertThat(err.toString()).contains("403").contains("Dit mag niet");
    }

    @Test
    void ends_with_one_where_nobody_answers() {
        service.stop(0);
        assertThat(fetch("ondertekenaar.txt")).isEqualTo(1);
    }

    @Test
    void ends_with_two_without_arguments() {
        assertThat(run("haal")).isEqualTo(2);
    }

    @Test
    void makes_a_key_pair_once() throws IOException {
        String file = folder.resolve("nieuw.txt").toString();
        assertThat(run("sleutelpaar", "--uit", file)).isZero();
        assertThat(out.toString().strip()).matches("age1[a-z0-9]{58}");
        assertThat(Files.readString(Path.of(file))).contains("AGE-SECRET-KEY-1");
        assertThat(run("sleutelpaar", "--uit", file)).isEqualTo(1);
    }

    private int fetch(String signer) {
        List<String> arguments = new ArrayList<>(List.of(
                "fetch",
                contents.release().toString(),
                "--url",
                "http://127.0.0.1:" + service.getAddress().getPort(),
                "--token-bestand",
                folder.resolve("token.txt").toString(),
                "--sleutel",
                folder.resolve("sleutel.txt").toString(),
                "--naar",
                folder.resolve("naar").toString()));
        if (!signer.isEmpty()) {
            arguments.add("--ondertekenaar");
            arguments.add(folder.resolve(signer).toString());
        }
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... arguments) {
        CommandLine line = new CommandLine(new Root());
        ServiceLoader.load(Subcommand.class).forEach(line::addSubcommand);
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println(command.getCommandName() + ": " + failure.getMessage());
            return 1;
        });
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }

    private static HttpServer serving() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        answer(exchange, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, byte[] body) throws IOException {
        boolean known = ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        byte[] sent = known ? body : "{\"title\":\"Dit mag niet\"}".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(known ? 200 : 403, sent.length);
        exchange.getResponseBody().write(sent);
        exchange.close();
    }

    @CommandLine.Command(name = "schakel")
    private static final class Root {}
}
