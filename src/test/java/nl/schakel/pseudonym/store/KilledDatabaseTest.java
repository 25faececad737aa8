package nl.schakel.pseudonym.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import nl.schakel.startup.command.EmbeddedDatabase;
import nl.schakel.startup.command.Migrations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The database server dies under a rotation: the process that serves it by {@code kill -9}, after which the server recovers from
 * its log, or the whole server at once, as by {@code pg_ctl stop -m immediate}. A server of this test's own.
 */
class KilledDatabaseTest {
    private static final int PERSONS = 800;
    private static final int TRIES = 20_000;
    private static final String SUPERUSER = "schakel.pg-superuser";
    private static Path home = Path.of("target");

    @SuppressWarnings("NullAway.Init")
    private static EmbeddedDatabase server;

    private enum Death {
        BACKEND,
        SERVER
    }

    @BeforeAll
    static void begin() throws Exception {
        home = Files.createTempDirectory(Path.of("target"), "killed-postgres-").toAbsolutePath();
        server = started();
        Migrations.run(server.access());
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into pseudonym.person (p, lp, generation)"
                    + " select sha256(('p' || i)::bytea), sha256(('lp' || i)::bytea), 1 from generate_series(1, "
                    + PERSONS + ") i");
            statement.execute("insert into pseudonym.local_pupil (token, p)"
                    + " select sha256(('token' || i)::bytea), sha256(('p' || i)::bytea) from generate_series(1, "
                    + PERSONS + ") i");
        }
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"BACKEND, 1200", "BACKEND, 0", "SERVER, 1200", "SERVER, 0"})
    void before_the_commit_every_value_is_as_it_was(Death death, long stop) throws Exception {
        int generation = Integer.parseInt(one("select generation from pseudonym.in_force"));
        List<String> before = stored();
        dieAt(death, stop, generation + 1);
        assertThat(stored()).hasSize(2 * PERSONS).isEqualTo(before);
        assertWhole(generation);
    }

    @ParameterizedTest
    @EnumSource(Death.class)
    void after_the_commit_every_value_is_the_new_one(Death death) throws Exception {
        int generation = Integer.parseInt(one("select generation from pseudonym.in_force"));
        List<String> before = stored();
        dieAt(death, -1, generation + 1);
        assertThat(stored())
                .containsExactlyInAnyOrderElementsOf(
                        before.stream().map(KilledDatabaseTest::inverted).toList());
        assertWhole(generation + 1);
    }

    private static void assertWhole(int generation) throws SQLException {
        assertThat(one("select generation from pseudonym.in_force")).isEqualTo(Integer.toString(generation));
        assertThat(one("select count(*) from pseudonym.keyed where generation <> " + generation))
                .isEqualTo("0");
        assertThat(one("select count(*) from pseudonym.person where generation <> " + generation))
                .isEqualTo("0");
        assertThat(one("select count(*) from pg_class where relname in ('rotated', 'recomputed')"))
                .isEqualTo("0");
    }

    /** Person and value, where the layer of the test inverts every bit of the value. */
    private static String inverted(String line) {
        String[] words = line.split(" ");
        byte[] value = HexFormat.of().parseHex(words[2]);
        for (int i = 0; i < value.length; i++) {
            value[i] = (byte) ~value[i];
        }
        return words[0] + " " + words[1] + " " + HexFormat.of().formatHex(value);
    }

    private static void dieAt(Death death, long stop, int next) throws Exception {
        Process client = StoppedProcess.begun(
                RotatingProcess.class,
                server.access().url(),
                server.access().password("schakel_link"),
                Long.toString(stop),
                Integer.toString(next));
        try {
            if (death == Death.BACKEND) {
                String backend = one("select pid from pg_stat_activity where usename = 'schakel_link'");
                signal("KILL", backend);
                awaitRecovery(backend);
            } else {
                String postmaster = Files.readAllLines(home.resolve("pgdata/postmaster.pid"))
                        .get(0)
                        .strip();
                signal("QUIT", postmaster);
                ProcessHandle.of(Long.parseLong(postmaster))
                        .ifPresent(process -> process.onExit().join());
                server.close();
                server = started();
            }
        } finally {
            client.destroyForcibly().waitFor();
        }
    }

    private static void signal(String name, String pid) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor())
                .isZero();
    }

    /** Until the server takes connections again and has forgotten the process. */
    private static void awaitRecovery(String backend) {
        for (int i = 0; i < TRIES; i++) {
            try {
                if (one("select count(*) from pg_stat_activity where pid = " + backend)
                        .equals("0")) {
                    return;
                }
            } catch (SQLException e) {
                assertThat(e.getSQLState()).as("the server is recovering").matches("(08|57).*");
            }
        }
        throw new IllegalStateException("the server did not recover");
    }

    private static List<String> stored() throws SQLException {
        List<String> stored = new ArrayList<>();
        try (Connection connection = superuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select 'person ' || encode(p, 'hex') || ' ' || encode(lp, 'hex') from pseudonym.person union all"
                                + " select 'local ' || encode(p, 'hex') || ' ' || encode(token, 'hex')"
                                + " from pseudonym.local_pupil order by 1")) {
            while (rows.next()) {
                stored.add(rows.getString(1));
            }
        }
        return stored;
    }

    private static String one(String query) throws SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static Connection superuser() throws SQLException {
        try {
            String password = Files.readString(home.resolve("pg-superuser")).strip();
            return DriverManager.getConnection(server.access().url(), "postgres", password);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The setting that the start makes belongs to the server that other tests share. */
    private static EmbeddedDatabase started() {
        String shared = System.getProperty(SUPERUSER);
        EmbeddedDatabase started = EmbeddedDatabase.start(home);
        if (shared != null) {
            System.setProperty(SUPERUSER, shared);
        }
        return started;
    }
}
