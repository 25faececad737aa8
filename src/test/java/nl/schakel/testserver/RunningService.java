package nl.schakel.testserver;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The packaged product in a process of its own, with the embedded database in a folder below {@code target} and the
 * accounts of {@link Accounts}. {@link #shared} is the one that all integration tests use; tests that kill it start their
 * own.
 */
public final class RunningService implements AutoCloseable {
    private static final long READY_SECONDS = 240;
    private static final int WAITING_ROUNDS = 3_000;
    private static @Nullable RunningService shared;

    private final Path home;
    private final int port;
    private final Process process;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private volatile boolean ending;

    private RunningService(Path home, int port, Process process) {
        this.home = home;
        this.port = port;
        this.process = process;
    }

    /** The service that all tests of this JVM share; stopped with it. */
    public static synchronized RunningService shared() {
        if (shared == null) {
            RunningService started = start(newHome(), Map.of());
            Runtime.getRuntime().addShutdownHook(new Thread(started::close));
            shared = started;
        }
        return shared;
    }

    /** A new empty home folder below {@code target}. */
    public static Path newHome() {
        try {
            return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "service-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Starts a service of one's own and waits until it is ready.
     *
     * @param properties system properties; a name that starts with {@code -X} is an option of the virtual machine; with
     *     {@code schakel.http.poort} the port is that one, otherwise any
     */
    public static RunningService start(Path home, Map<String, String> properties) {
        try {
            String chosen = properties.get("schakel.http.poort");
            int port = chosen == null ? freePort() : Integer.parseInt(chosen);
            Path accounts = Accounts.write(home.resolve("accounts.json"));
            List<String> command = command(home, port, accounts, properties);
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.appendTo(
                            home.resolve("service.err").toFile()))
                    .start();
            RunningService service = new RunningService(home, port, process);
            Thread reader = new Thread(service::readOutput, "service-output");
            reader.setDaemon(true);
            reader.start();
            service.await("@ready");
            return service;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(Path home, int port, Path accounts, Map<String, String> properties)
            throws IOException {
        Path dist = Path.of(System.getProperty("schakel.dist", "target/dist")).toAbsolutePath();
        Path launcher = dist.resolve("schakel-launcher.jar");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + Files.createDirectories(home.resolve("tmp"))));
        command.addAll(moduleOptions(launcher));
        command.add("-Dschakel.http.poort=" + port);
        command.add("-Dschakel.thuis=" + home);
        command.add("-Dschakel.ontwikkeling=true");
        command.add("-Dschakel.accounts.bestand=" + accounts);
        boolean process = properties.containsKey("schakel.sleutels.a.dienst");
        for (String holder : process ? List.of("b", "log") : List.of("a", "b", "log")) {
            Path keys = Path.of("keys-example").toAbsolutePath();
            command.add("-Dschakel.sleutels." + holder + ".bestand=" + keys.resolve(holder + ".bcfks"));
            command.add("-Dschakel.sleutels." + holder + ".wachtzin-bestand=" + keys.resolve(holder + ".wachtzin"));
        }
        properties.forEach((key, value) -> command.add((key.startsWith("-X") ? "" : "-D") + key + "=" + value));
        command.addAll(List.of(
                "-cp",
                launcher + ":" + dist.resolve("schakel-testserver.jar"),
                "nl.schakel.startup.command.TestServer"));
        return command;
    }

    private static List<String> moduleOptions(Path launcher) throws IOException {
        List<String> options = new ArrayList<>();
        try (java.util.jar.JarFile jar = new java.util.jar.JarFile(launcher.toFile())) {
            var attributes = jar.getManifest().getMainAttributes();
            for (String name : List.of("Add-Opens", "Add-Exports")) {
                for (String target : attributes.getValue(name).split(" ")) {
                    options.add("--" + name.toLowerCase(java.util.Locale.ROOT));
                    options.add(target + "=ALL-UNNAMED");
                }
            }
        }
        return options;
    }

    /** A port of this machine that nobody uses now. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void readOutput() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
                BufferedWriter log = Files.newBufferedWriter(home.resolve("service.log"))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                log.write(line);
                log.newLine();
                log.flush();
                if (line.startsWith("@")) {
                    answers.add(line);
                } else if (line.startsWith("Schakel is klaar")) {
                    answers.add("@ready");
                }
            }
        } catch (IOException e) {
            if (!ending) {
                throw new UncheckedIOException(e);
            }
        } finally {
            answers.add("@ended");
        }
    }

    private void await(String expected) {
        try {
            String answer = answers.poll(READY_SECONDS, TimeUnit.SECONDS);
            if (!expected.equals(answer)) {
                throw new IllegalStateException("expected " + expected + " but got " + answer + "; see "
                        + home.resolve("service.log") + " and service.err");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Deploys an archive beside the product, at the path of its name. */
    public void deploy(String name, Path war) {
        tell("deploy " + name + " " + war.toAbsolutePath());
        await("@done " + name);
    }

    /** Takes an archive away again. */
    public void undeploy(String name) {
        tell("undeploy " + name);
        await("@done " + name);
    }

    private void tell(String line) {
        try {
            BufferedWriter out =
                    new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
            out.write(line);
            out.newLine();
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The root of the service, with a slash at the end. {@code localhost} so that secure cookies are accepted. */
    public URI uri() {
        return URI.create("http://localhost:" + port + "/");
    }

    /** An address below the root. */
    public URI uri(String path) {
        return uri().resolve(path);
    }

    /** The port of the only listener. */
    public int port() {
        return port;
    }

    /** The folder with the database, the logs {@code service.log} and {@code service.err}, and {@code tmp}. */
    public Path home() {
        return home;
    }

    /** The operating system's number of the process. */
    public long pid() {
        return process.pid();
    }

    /** A superuser's connection to the embedded database. */
    public Connection superuser() throws SQLException {
        try {
            String password = Files.readString(home.resolve("pg-superuser")).strip();
            int databasePort = Integer.parseInt(Files.readAllLines(home.resolve("pgdata/postmaster.pid"))
                    .get(3)
                    .strip());
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + databasePort + "/postgres", "postgres", password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the process at once, as {@code kill -9} does; the database server stays behind. */
    public void kill() {
        ending = true;
        process.destroyForcibly();
        awaitEnd();
    }

    /**
     * Kills the service while a request waits at a named step: the table that it writes there is locked until the process is
     * gone, so nothing of the request is committed by then.
     *
     * @param request sends the request without waiting for its answer
     */
    public void killAt(String table, Runnable request) throws SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table " + table + " in exclusive mode");
            request.run();
            awaitWaiting(statement, table);
            kill();
            connection.rollback();
        }
    }

    private static void awaitWaiting(Statement statement, String table) throws SQLException {
        String waiting =
                "select pg_sleep(0.02), (select count(*) from pg_locks l join pg_stat_activity a on a.pid = l.pid"
                        + " where not l.granted and a.usename <> 'schakel_log' and l.relation = '" + table
                        + "'::regclass)";
        for (int round = 0; round < WAITING_ROUNDS; round++) {
            try (ResultSet row = statement.executeQuery(waiting)) {
                row.next();
                if (row.getLong(2) > 0) {
                    return;
                }
            }
        }
        throw new IllegalStateException("no request came to " + table);
    }

    /** Stops the service and its database. */
    @Override
    public void close() {
        ending = true;
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(90, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
