package nl.schakel.pseudonym.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import nl.schakel.audit.Actor;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.NextLayers;
import nl.schakel.pseudonym.RecordKeyRefusal;
import nl.schakel.pseudonym.RotateLinkKey;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A rotation in a process of its own, that stops at a value, or before the commit, says so, and waits to be killed. Its
 * layer inverts every bit: the tests of the store need no keys.
 */
final class RotatingProcess {
    private RotatingProcess() {}

    /** Arguments: URL and password of zone LINK's role, the value at which to stop (0 before the commit, -1 after it), the generation. */
    public static void main(String[] arguments) throws Exception {
        long stop = Long.parseLong(arguments[2]);
        try (Connection connection = connect(arguments[0], arguments[1])) {
            Database database = database(connection);
            new RotateLinkKey(
                            generation -> new Stopping(stop),
                            new PostgresKeyedValues(database),
                            (zone, entry) -> {
                                if (stop == 0) {
                                    stopped();
                                }
                            },
                            new RecordKeyRefusal((zone, entry) -> {}))
                    .rotate(custodian(), custodian(), Integer.parseInt(arguments[3]));
            connection.commit();
            stopped();
        }
    }

    /** A connection of zone LINK's role, in a transaction. */
    static Connection connect(String url, String password) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(Zone.LINK.role());
        source.setPassword(password);
        Connection connection = source.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    /** Zone LINK on this connection alone. */
    static Database database(Connection connection) {
        return new Database(Map.of(Zone.LINK, always(connection)), Optional::empty, zone -> {
            throw new IllegalStateException("no rows");
        });
    }

    private static Actor custodian() {
        return new Actor(new StaffId(UUID.randomUUID()), Set.of(Role.CUSTODIAN_B), Optional.empty());
    }

    /** Says so, and waits to be killed. */
    static void stopped() {
        try {
            System.out.println("@stopped");
            System.out.flush();
            System.in.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DataSource always(Connection connection) {
        InvocationHandler kept = (proxy, method, arguments) ->
                method.getName().equals("close") ? null : method.invoke(connection, arguments);
        Connection open = (Connection)
                Proxy.newProxyInstance(RotatingProcess.class.getClassLoader(), new Class<?>[] {Connection.class}, kept);
        InvocationHandler handler = (proxy, method, arguments) -> open;
        return (DataSource) Proxy.newProxyInstance(
                RotatingProcess.class.getClassLoader(), new Class<?>[] {DataSource.class}, handler);
    }

    private static final class Stopping implements NextLayers.Layer {
        private final long stop;
        private final AtomicLong values = new AtomicLong();

        Stopping(long stop) {
            this.stop = stop;
        }

        @Override
        public byte[] over(byte[] value) {
            if (values.incrementAndGet() == stop) {
                stopped();
            }
            return again(value);
        }

        @Override
        public byte[] again(byte[] value) {
            byte[] inverted = new byte[value.length];
            for (int i = 0; i < value.length; i++) {
                inverted[i] = (byte) ~value[i];
            }
            return inverted;
        }
    }
}
