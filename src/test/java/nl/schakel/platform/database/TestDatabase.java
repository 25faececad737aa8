package nl.schakel.platform.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Where a test works: the database that all tests share, or a copy of its own in which the keys may change. */
public interface TestDatabase extends AutoCloseable {
    /** The one that all tests share: every row is a test's own, and no change of keys is committed. */
    TestDatabase SHARED = new TestDatabase() {
        @Override
        public <T> T committed(Zone zone, @Nullable String brin, Work<T> work) throws Exception {
            return TestPostgres.inTransaction(zone, () -> work.on(TestPostgres.database(brin)));
        }

        @Override
        public Connection superuser() {
            return TestPostgres.superuser();
        }
    };

    /** What happens in one transaction. */
    interface Work<T> {
        /** Works on one zone. */
        T on(Database database) throws Exception;
    }

    /** Does the work in a transaction of the zone, for this school where there is one, and commits it. */
    <T> T committed(Zone zone, @Nullable String brin, Work<T> work) throws Exception;

    /** A connection of the superuser, who is held by no row's policy. */
    Connection superuser() throws SQLException;

    /** Takes a copy away; the one that all share stays. */
    @Override
    default void close() throws SQLException {}

    /** Writes as the superuser. */
    default void write(String sql, @Nullable Object... parameters) {
        try (Connection connection = superuser();
                PreparedStatement statement = prepared(connection, sql, parameters)) {
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first value of the first row as the superuser sees it, as text. */
    default String ask(String sql, @Nullable Object... parameters) {
        try (Connection connection = superuser();
                PreparedStatement statement = prepared(connection, sql, parameters);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return String.valueOf(row.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, @Nullable Object[] parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
