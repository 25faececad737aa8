package nl.schakel.platform.database;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** A copy of the test database, for what is committed and would hold for all tests. */
public final class CopiedDatabase implements TestDatabase {
    private final String name = String.format(Locale.ROOT, "copy_%016x", new Random().nextLong());

    /** Makes the copy. */
    public CopiedDatabase() throws SQLException {
        asSuperuser("create database " + name + " template postgres");
    }

    /** Where the copy is. */
    public String url() {
        return TestPostgres.url().replaceFirst("/postgres$", "/" + name);
    }

    @Override
    public Connection superuser() throws SQLException {
        try {
            Path password = Path.of(System.getProperty("schakel.pg-superuser", ""));
            return DriverManager.getConnection(
                    url(), "postgres", Files.readString(password).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empties tables that other tests filled, and whatever refers to them. */
    public void empty(String... tables) {
        write("truncate " + String.join(", ", tables) + " cascade");
    }

    @Override
    public void close() throws SQLException {
        asSuperuser("drop database " + name + " with (force)");
    }

    private static void asSuperuser(String sql) throws SQLException {
        try (Connection connection = TestPostgres.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public <T> T committed(Zone zone, @Nullable String brin, Work<T> work) throws Exception {
        try (Connection connection = connect(zone);
                ZoneRows rows = new ZoneRows(zone, always(connection), name)) {
            T result = work.on(
                    new Database(Map.of(zone, always(connection)), () -> Optional.ofNullable(brin), of -> rows.get()));
            rows.commit();
            connection.commit();
            return result;
        }
    }

    /** A connection of a zone's role, in autocommit mode. */
    public Connection connection(Zone zone) throws SQLException {
        Connection connection = connect(zone);
        connection.setAutoCommit(true);
        return connection;
    }

    private Connection connect(Zone zone) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url());
        source.setUser(zone.role());
        source.setPassword(TestPostgres.password(zone));
        Connection connection = source.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static DataSource always(Connection connection) {
        InvocationHandler handler = (proxy, method, arguments) -> TestPostgres.uncloseable(connection);
        return (DataSource) Proxy.newProxyInstance(
                CopiedDatabase.class.getClassLoader(), new Class<?>[] {DataSource.class}, handler);
    }

    /** The rows of one transaction, if it uses them. */
    private static final class ZoneRows implements AutoCloseable {
        private final Zone zone;
        private final DataSource source;
        private final String name;
        private @Nullable EntityManager manager;

        ZoneRows(Zone zone, DataSource source, String name) {
            this.zone = zone;
            this.source = source;
            this.name = name;
        }

        EntityManager get() {
            if (manager == null) {
                manager = TestRows.with(zone, source, Map.of("schakel.copy", name));
                manager.getTransaction().begin();
            }
            return manager;
        }

        void commit() {
            if (manager != null) {
                manager.getTransaction().commit();
            }
        }

        @Override
        public void close() {
            if (manager != null) {
                manager.getEntityManagerFactory().close();
            }
        }
    }
}
