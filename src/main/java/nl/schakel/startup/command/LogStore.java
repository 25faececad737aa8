package nl.schakel.startup.command;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ServiceLoader;
import nl.schakel.audit.LogStoreCheck;
import nl.schakel.platform.secret.KeysUnavailable;

/**
 * Judges the log holder's store before anything is served: without its keys, or with others than the log was kept with,
 * nothing can be recorded, so nothing starts.
 */
final class LogStore {
    private static final String PREFIX = "schakel.sleutels.log.";

    private final Settings settings;
    private final Clock clock;

    LogStore(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** @throws StartupFailure unless the store opens and every key is the one that the database knows, or knows none */
    void require(DatabaseAccess access) {
        boolean development = settings.value("schakel.ontwikkeling")
                .map(Boolean::parseBoolean)
                .orElse(false);
        LogStoreCheck check =
                ServiceLoader.load(LogStoreCheck.class).findFirst().orElseThrow();
        try (Connection connection =
                DriverManager.getConnection(access.url(), "schakel_link", access.password("schakel_link"))) {
            check.check(
                    file("bestand"),
                    file("wachtzin-bestand"),
                    development,
                    (keyId, checkValue) -> recognizes(connection, keyId, checkValue));
        } catch (KeysUnavailable e) {
            throw new StartupFailure("De sleutels van houder log zijn niet te gebruiken: " + e.getMessage() + ".", e);
        } catch (SQLException e) {
            throw unchecked(e);
        }
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
