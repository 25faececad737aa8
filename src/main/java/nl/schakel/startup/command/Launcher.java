package nl.schakel.startup.command;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Starts Schakel: the embedded PostgreSQL (or the external one that {@code SCHAKEL_DB_URL} names), the migrations, Payara
 * Micro and the application, and prints one line with the address when it is ready. SIGTERM stops all of it in reverse.
 *
 * <p>Everything that can be wrong at start (port taken, wrong JDK, database unreachable, deployment failed) ends in one
 * readable line on standard error and exit code 1.
 */
public final class Launcher {
    private static final int JDK = 17;
    private static final List<Logger> CHATTY = List.of(Logger.getLogger("org.flywaydb"), Logger.getLogger("io.zonky"));

    private final Settings settings;
    private @Nullable EmbeddedDatabase database;
    private @Nullable Server server;

    private Launcher(Settings settings) {
        this.settings = settings;
    }

    /** Starts and serves until the process is told to stop. */
    public static void main(String[] arguments) throws InterruptedException {
        launch(new Settings(System.getenv()));
        new CountDownLatch(1).await();
    }

    /** Starts everything, or ends the process with one readable line. */
    static Launcher launch(Settings settings) {
        Launcher launcher = new Launcher(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(launcher::stop));
        try {
            launcher.start();
        } catch (StartupFailure | LinkageError | IllegalStateException e) {
            System.err.println("Schakel start niet: " + e.getMessage());
            launcher.stop();
            // a failed boot leaves non-daemon threads of the server behind
            Runtime.getRuntime().halt(1);
        }
        return launcher;
    }

    /** The running server. */
    Server server() {
        return Objects.requireNonNull(server, "server");
    }

    private void start() {
        CHATTY.forEach(logger -> logger.setLevel(Level.WARNING));
        requireJdk(Runtime.version());
        requireFreePort();
        Path war = application();
        List<String> missingKeys = new KeyFiles(settings).missing();
        Path home = settings.home();
        DatabaseAccess access = access(home);
        Isolated.logStore(access);
        publish(access);
        System.setProperty("schakel.thuis", home.toString());
        Server started = new Server(settings, home);
        server = started;
        started.start();
        started.deploy("schakel", "/", war);
        missingKeys.forEach(line -> System.out.println("Let op: " + line + " Leveringen worden geweigerd."));
        System.out.println("Schakel is klaar: http://" + settings.address() + ":" + settings.port() + "/");
    }

    private DatabaseAccess access(Path home) {
        Optional<String> url = settings.value("schakel.db.url");
        DatabaseAccess access;
        if (url.isPresent()) {
            access = external(url.get());
        } else {
            database = EmbeddedDatabase.start(home);
            access = database.access();
        }
        Isolated.migrations(access);
        return access;
    }

    private DatabaseAccess external(String url) {
        Map<String, String> passwords = new HashMap<>();
        for (String role : DatabaseRoles.loginRoles()) {
            String key = "schakel.db.wachtwoord-bestand." + role.substring("schakel_".length());
            String file =
                    settings.value(key).orElseThrow(() -> new StartupFailure("De instelling " + key + " ontbreekt."));
            passwords.put(role, read(Path.of(file)));
        }
        return new DatabaseAccess(url, passwords);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StartupFailure("Het bestand " + file + " kan niet worden gelezen.", e);
        }
    }

    private static void publish(DatabaseAccess access) {
        System.setProperty("schakel.db.url", access.url());
        for (String zone : DatabaseRoles.ZONES) {
            System.setProperty("schakel.db.wachtwoord." + zone, access.password("schakel_" + zone));
        }
    }

    /** Returns normally on the one version that everything is tested with. @throws StartupFailure on any other */
    static void requireJdk(Runtime.Version version) {
        int feature = version.feature();
        if (feature != JDK) {
            throw new StartupFailure("Schakel draait op JDK 17; dit is JDK " + feature + ".");
        }
    }

    private void requireFreePort() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(settings.address()), settings.port()));
        } catch (IOException e) {
            throw new StartupFailure(
                    "poort " + settings.port() + " op " + settings.address()
                            + " is bezet; kies een andere met SCHAKEL_HTTP_POORT.",
                    e);
        }
    }

    private Path application() {
        String given = settings.value("schakel.war").orElse("");
        Path war = given.isEmpty()
                ? jar().resolveSibling("..").resolve("schakel.war").normalize()
                : Path.of(given);
        if (!Files.exists(war)) {
            throw new StartupFailure("De toepassing " + war + " ontbreekt; bouw haar met 'mvn package'.");
        }
        return war;
    }

    /** The launcher's own jar; the libraries lie beside it. */
    static Path jar() {
        return Path.of(System.getProperty("java.class.path").split(File.pathSeparator, 2)[0])
                .toAbsolutePath();
    }

    private synchronized void stop() {
        if (server != null) {
            server.stop();
            server = null;
        }
        if (database != null) {
            database.close();
            database = null;
        }
    }
}
