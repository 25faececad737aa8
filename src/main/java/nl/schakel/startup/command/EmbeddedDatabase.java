package nl.schakel.startup.command;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A real PostgreSQL in the home folder: durable (fsync on), on loopback only, passwords required of everybody. A server
 * left behind by a killed launcher is stopped first, and its data are taken over.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final Duration START_WAIT = Duration.ofMinutes(2);
    private final EmbeddedPostgres postgres;
    private final DatabaseAccess access;

    private EmbeddedDatabase(EmbeddedPostgres postgres, DatabaseAccess access) {
        this.postgres = postgres;
        this.access = access;
    }

    /** Starts the database of the home folder, creating it at the first start. */
    public static EmbeddedDatabase start(Path home) {
        try {
            Files.createDirectories(home);
            Path data = home.resolve("pgdata");
            stopOrphan(data);
            String password = superuserPassword(home.resolve("pg-superuser"));
            EmbeddedPostgres postgres = launch(home, data, password);
            requirePasswords(postgres, data, password);
            try (Connection connection = connect(postgres, password)) {
                Map<String, String> passwords = DatabaseRoles.prepare(connection);
                String url = "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
                return new EmbeddedDatabase(postgres, new DatabaseAccess(url, passwords));
            }
        } catch (IOException | SQLException e) {
            throw new StartupFailure("De ingebouwde database start niet in " + home + ".", e);
        }
    }

    private static EmbeddedPostgres launch(Path home, Path data, String password) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(home.resolve("pgbin").toFile())
                .setPGStartupWait(START_WAIT)
                .setConnectConfig("password", password)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "2GB")
                .setServerConfig("max_connections", "80")
                // every password is 192 random bits: work against guessing would only slow each sign-in
                .setServerConfig("scram_iterations", "1")
                .setServerConfig("log_statement", "none")
                .setServerConfig("log_min_error_statement", "panic")
                .setServerConfig("log_min_messages", "fatal")
                .start();
    }

    /** A superuser's connection, for tests that look at everything. */
    public Connection superuser() {
        try {
            return connect(
                    postgres,
                    Files.readString(Path.of(System.getProperty("schakel.pg-superuser", "")))
                            .trim());
        } catch (IOException | SQLException e) {
            throw new StartupFailure("De databasebeheerder kan niet aanmelden.", e);
        }
    }

    private static Connection connect(EmbeddedPostgres postgres, String password) throws SQLException {
        return java.sql.DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres", "postgres", password);
    }

    private static void requirePasswords(EmbeddedPostgres postgres, Path data, String password)
            throws IOException, SQLException {
        Path rules = data.resolve("pg_hba.conf");
        String wanted = "host all all 127.0.0.1/32 scram-sha-256\n";
        if (Files.readString(rules).equals(wanted)) {
            return;
        }
        try (Connection connection = connect(postgres, password);
                Statement statement = connection.createStatement()) {
            statement.execute("alter role postgres password '" + password + "'");
            Files.writeString(rules, wanted);
            statement.execute("select pg_reload_conf()");
        }
    }

    private static String superuserPassword(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] secret = new byte[24];
            new SecureRandom().nextBytes(secret);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(secret));
        }
        System.setProperty("schakel.pg-superuser", file.toString());
        return Files.readString(file).trim();
    }

    private static void stopOrphan(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).trim());
        ProcessHandle.of(pid).filter(process -> belongsTo(process, data)).ifPresent(EmbeddedDatabase::stop);
    }

    private static boolean belongsTo(ProcessHandle process, Path data) {
        try {
            Path working = Path.of("/proc/" + process.pid() + "/cwd").toRealPath();
            return working.equals(data.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    private static void stop(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            process.destroyForcibly();
        }
    }

    /** How the application reaches this database. */
    public DatabaseAccess access() {
        return access;
    }

    /** Stops the server; the data stay. */
    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
