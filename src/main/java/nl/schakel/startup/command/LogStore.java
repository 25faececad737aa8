package nl.schakel.startup.command;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.ServiceLoader;
import nl.schakel.audit.LogStoreCheck;
import nl.schakel.platform.secret.KeysUnavailable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Judges the log holder's store before anything is served: without its keys, or with others than the log was kept with,
 * nothing can be recorded, so nothing starts.
 */
public final class LogStore {
    /** The role whose database rights suffice. */
    static final String ROLE = "schakel_link";

    private static final String PREFIX = "schakel.sleutels.log.";

    private final Settings settings;
    private final Clock clock;

    LogStore(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** {@link #require} for the settings of this process, with JDK types only, for a caller in another class loader. */
    public static void run(String url, String password) {
        new LogStore(new Settings(System.getenv()), Clock.systemUTC())
                .require(new DatabaseAccess(url, Map.of(ROLE, password)));
    }

    /** @throws StartupFailure unless the store opens and every key is the one that the database knows, or knows none */
    void require(DatabaseAccess access) {
        boolean development = settings.value("schakel.ontwikkeling")
                .map(Boolean::parseBoolean)
                .orElse(false);
        LogStoreCheck check = ServiceLoader.load(LogStoreCheck.class, LogStore.class.getClassLoader())
                .findFirst()
                .orElseThrow();
        try (Connection connection = connect(access)) {
            check.check(
                    file("bestand"),
                    file("wachtzin-bestand"),
                    development,
                    (keyId, checkValue) -> recognizes(connection, keyId, checkValue));
        } catch (KeysUnavailable e) {
            throw new StartupFailure("De sleutels van houder log zijn niet te gebruiken: " + e.told() + ".", e);
        } catch (SQLException e) {
            throw unchecked(e);
        }
    }

    private static Connection connect(DatabaseAccess access) throws SQLException {
        // not DriverManager: in a class loader of its own it would not find the driver
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(access.url());
        source.setUser(ROLE);
        source.setPassword(access.password(ROLE));
        return source.getConnection();
    }

    private Path file(String part) {
        return settings.value(PREFIX + part)
                .map(Path::of)
                .orElseThrow(() ->
                        new StartupFailure("De sleutels van houder log ontbreken: stel " + PREFIX + part + " in."));
    }

    private boolean recognizes(Connection connection, String keyId, String checkValue) {
        try (PreparedStatement statement = connection.prepareStatement("select pseudonym.check_key(?, ?, ?)")) {
            statement.setString(1, keyId);
            statement.setString(2, checkValue);
            statement.setObject(3, OffsetDateTime.now(clock));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw unchecked(e);
        }
    }

    private static StartupFailure unchecked(SQLException e) {
        return new StartupFailure(
                "De sleutels van houder log zijn niet te controleren (SQLSTATE " + e.getSQLState() + ").", e);
    }
}
