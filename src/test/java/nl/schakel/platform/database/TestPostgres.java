package nl.schakel.platform.database;

import jakarta.persistence.EntityManager;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import nl.schakel.startup.command.EmbeddedDatabase;
import nl.schakel.startup.command.Migrations;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * One real PostgreSQL with all roles and migrations for the plain tests of a JVM. Each test thread has one connection for
 * each zone; within {@link #inTransaction} all work of that zone shares a transaction, as it does in the container.
 * Data of other tests may be there: use random identifiers, assert on your own rows.
 */
public final class TestPostgres {
    private static final ThreadLocal<Map<Zone, Connection>> OPEN = ThreadLocal.withInitial(HashMap::new);
    private static final ThreadLocal<Map<Zone, EntityManager>> ROWS = ThreadLocal.withInitial(HashMap::new);
    private static final Set<String> OUTER = Set.of("close", "commit", "rollback", "setAutoCommit");
    private static @Nullable EmbeddedDatabase server;

    private TestPostgres() {}

    /** A database whose school zone acts for the given BRIN (empty: for no school). */
    public static Database database(@Nullable String brin) {
        Map<Zone, DataSource> pools = new EnumMap<>(Zone.class);
        for (Zone zone : Zone.values()) {
            pools.put(zone, joined(zone));
        }
        return new Database(pools, () -> Optional.ofNullable(brin), TestPostgres::rows);
    }

    /** Runs the work in one transaction of the zone; rolls back where it throws. */
    public static <T> T inTransaction(Zone zone, Callable<T> work) throws Exception {
        try (Connection connection = connect(zone.role())) {
            connection.setAutoCommit(false);
            OPEN.get().put(zone, connection);
            T result = work.call();
            Optional.ofNullable(ROWS.get().get(zone))
                    .ifPresent(rows -> rows.getTransaction().commit());
            connection.commit();
            return result;
        } finally {
            forgetRows(zone);
            OPEN.get().remove(zone);
        }
    }

    private static EntityManager rows(Zone zone) {
        if (!OPEN.get().containsKey(zone)) {
            throw new IllegalStateException("rows are read and written in a transaction");
        }
        return ROWS.get().computeIfAbsent(zone, of -> TestRows.begin(of, joined(of)));
    }

    /** An entity manager of its own on the connection of the running transaction, with other settings of the provider. */
    static EntityManager rowsWith(Zone zone, Map<String, String> settings) {
        return TestRows.with(zone, joined(zone), settings);
    }

    private static void forgetRows(Zone zone) {
        EntityManager manager = ROWS.get().remove(zone);
        if (manager != null) {
            if (manager.getTransaction().isActive()) {
                manager.getTransaction().rollback();
            }
            manager.close();
        }
    }

    /** A connection of the superuser, for looking at what no role may see. */
    public static Connection superuser() {
        return server().superuser();
    }

    /** A plain connection of a role, in autocommit mode. */
    public static Connection connect(String role) throws SQLException {
        return source(role).getConnection();
    }

    /** Where the database is, for a process of one's own. */
    public static String url() {
        return server().access().url();
    }

    /** The password of a zone's role. */
    public static String password(Zone zone) {
        return server().access().password(zone.role());
    }

    private static DataSource joined(Zone zone) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getName().equals("toString")) {
                return zone.name();
            }
            if (!method.getName().equals("getConnection")) {
                throw new UnsupportedOperationException(method.getName());
            }
            Connection open = OPEN.get().get(zone);
            return open == null ? connect(zone.role()) : uncloseable(open);
        };
        return (DataSource)
                Proxy.newProxyInstance(TestPostgres.class.getClassLoader(), new Class<?>[] {DataSource.class}, handler);
    }

    /** The connection, of which only its owner ends the transaction. */
    static Connection uncloseable(Connection connection) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (OUTER.contains(method.getName())) {
                return null;
            }
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause() == null ? e : e.getCause();
            }
        };
        return (Connection)
                Proxy.newProxyInstance(TestPostgres.class.getClassLoader(), new Class<?>[] {Connection.class}, handler);
    }

    private static DataSource source(String role) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(server().access().url());
        source.setUser(role);
        source.setPassword(server().access().password(role));
        source.setLogServerErrorDetail(false);
        return source;
    }

    private static synchronized EmbeddedDatabase server() {
        if (server == null) {
            try {
                Path home = Files.createTempDirectory(Path.of("target"), "test-postgres-");
                EmbeddedDatabase started = EmbeddedDatabase.start(home.toAbsolutePath());
                Runtime.getRuntime().addShutdownHook(new Thread(started::close));
                Migrations.run(started.access());
                server = started;
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
        return server;
    }
}
