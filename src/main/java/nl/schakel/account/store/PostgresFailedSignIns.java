package nl.schakel.account.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import nl.schakel.account.FailedSignIns;
import nl.schakel.account.TokenDigest;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.DatabaseFailure;
import nl.schakel.platform.database.Zone;

/** Failed tries as rows, by digest, so that the table holds neither usernames nor addresses in clear. */
@Dependent
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class PostgresFailedSignIns implements FailedSignIns {
    private static final Duration KEPT = Duration.ofDays(1);

    private final Database database;

    /** Takes the database. */
    @Inject
    public PostgresFailedSignIns(Database database) {
        this.database = database;
    }

    @Override
    public int begin(TokenDigest target, Instant at, Instant since) {
        String count = "select count(*) from account.failed_sign_in where target = ? and tried_at > ?";
        try (Connection connection = database.connection(Zone.ACCOUNT);
                PreparedStatement insert = connection.prepareStatement(
                        "insert into account.failed_sign_in (id, target, tried_at) values (?, ?, ?)");
                PreparedStatement statement = connection.prepareStatement(count)) {
            insert.setObject(1, UUID.randomUUID());
            insert.setBytes(2, bytes(target));
            insert.setTimestamp(3, Timestamp.from(at));
            insert.executeUpdate();
            statement.setBytes(1, bytes(target));
            statement.setTimestamp(2, Timestamp.from(since));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    @Override
    public void succeeded(TokenDigest account, TokenDigest origin, Instant at) {
        String sql = "delete from account.failed_sign_in where target = ? or (target = ? and tried_at = ?)"
                + " or tried_at < ?";
        try (Connection connection = database.connection(Zone.ACCOUNT);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, bytes(account));
            statement.setBytes(2, bytes(origin));
            statement.setTimestamp(3, Timestamp.from(at));
            statement.setTimestamp(4, Timestamp.from(at.minus(KEPT)));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static byte[] bytes(TokenDigest digest) {
        return HexFormat.of().parseHex(digest.hex());
    }
}
