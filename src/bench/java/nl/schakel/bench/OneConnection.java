package nl.schakel.bench;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.TestPostgres;
import nl.schakel.platform.database.Zone;

/** One open connection of a zone, on which every statement and transaction of a bench runs, as on one of a pool. */
final class OneConnection implements AutoCloseable {
    private final Connection connection;
    private final Database database;

    OneConnection(Zone zone) throws SQLException {
        connection = TestPostgres.connect(zone.role());
        connection.setAutoCommit(false);
        Connection kept = (Connection) Proxy.newProxyInstance(
                OneConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) ->
                        method.getName().equals("close") ? null : method.invoke(connection, arguments));
        DataSource pool = (DataSource) Proxy.newProxyInstance(
                OneConnection.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> kept);
        database = new Database(Map.of(zone, pool), Optional::empty, of -> {
            throw new IllegalStateException("no rows in a bench");
        });
    }

    Connection connection() {
        return connection;
    }

    Database database() {
        return database;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
