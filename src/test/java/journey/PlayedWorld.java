package journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import nl.schakel.testserver.RunningService;
import org.jspecify.annotations.Nullable;

/**
 * A made-up world that went through the whole service, played by all its users; one for all tests of this JVM, with a
 * service of its own that may be killed and started again.
 */
final class PlayedWorld {
    private static @Nullable PlayedWorld shared;

    private final Path work = RunningService.newHome();
    private final Path home = RunningService.newHome();
    private final CommandLine played;
    private RunningService service;

    private PlayedWorld() {
        CommandLine made = CommandLine.schakel("demo-wereld", world().toString(), "--scholen", "6", "--zaad", "7");
        assertThat(made.exit()).as(made.output()).isZero();
        service = start();
        played = CommandLine.schakel(
                "demo-spelen",
                "--url",
                service.uri().toString().replaceAll("/$", ""),
                "--wereld",
                world().toString(),
                "--uitvoer",
                output().toString(),
                "--schakel",
                String.join(" ", CommandLine.prefix()));
    }

    /** Plays the world at the first call. */
    static synchronized PlayedWorld shared() {
        if (shared == null) {
            PlayedWorld made = new PlayedWorld();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> made.service().close()));
            shared = made;
        }
        return shared;
    }

    private RunningService start() {
        return RunningService.start(
                home,
                Map.of(
                        "schakel.accounts.bestand",
                        world().resolve("accounts.json").toString()));
    }

    /** The service that holds the world now. */
    RunningService service() {
        return service;
    }

    /** Starts the service again, after it was killed, on the same data. */
    void startAgain() {
        service = start();
    }

    /** What the play printed, and how it ended. */
    CommandLine played() {
        return played;
    }

    /** The folder with the users' files. */
    Path world() {
        return work.resolve("wereld");
    }

    /** The folder with what the researcher fetched, and the researcher's key. */
    Path output() {
        return work.resolve("uitvoer");
    }

    /** The folder with the service's database, logs and temporary files. */
    Path home() {
        return home;
    }

    /** The public API as one of the world's people. */
    TokenClient as(String user) {
        return new TokenClient(service.uri("api/v1/"), account(user).getString("apiToken"));
    }

    /** A browser in which one of the world's people is signed in, without the pages' script. */
    Browser browserOf(String user) {
        return Browser.withoutScript(service).signIn(user, account(user).getString("wachtzin"));
    }

    /** The key to which the researcher's packages are encrypted. */
    String publicKey() throws IOException {
        return Files.readString(output().resolve("sleutel.txt"))
                .lines()
                .filter(line -> line.contains("age1"))
                .map(line -> line.substring(line.indexOf("age1")).strip())
                .findFirst()
                .orElseThrow();
    }

    private JsonObject account(String user) {
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(world().resolve("accounts.json")))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .filter(account -> user.equals(account.getString("gebruikersnaam")))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
