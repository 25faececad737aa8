package nl.schakel.pseudonym.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import nl.schakel.audit.KnownLogKeys;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.DatabaseFailure;
import nl.schakel.platform.database.Zone;
import nl.schakel.pseudonym.KnownKeys;

/** Known keys by {@code pseudonym.check_key}. */
@Dependent
class PostgresKnownKeys implements KnownKeys, KnownLogKeys {
    private static final String RECOGNIZED = "select pseudonym.check_key(?, ?, ?)";

    private final Database database;
    private final Clock clock;

    @Inject
    PostgresKnownKeys(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public boolean recognizes(String keyId, String checkValue) {
        try (Connection connection = database.connection(Zone.LINK);
                PreparedStatement statement = connection.prepareStatement(RECOGNIZED)) {
            statement.setString(1, keyId);
            statement.setString(2, checkValue);
            statement.setObject(3, OffsetDateTime.now(clock));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
