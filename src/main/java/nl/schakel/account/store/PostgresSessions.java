package nl.schakel.account.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import nl.schakel.account.Accounts;
import nl.schakel.account.Session;
import nl.schakel.account.Sessions;
import nl.schakel.account.TokenDigest;
import nl.schakel.audit.StaffId;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.DatabaseFailure;
import nl.schakel.platform.database.Zone;

/** Sessions as rows; beginning one removes what has been dead for a day. */
@Dependent
public class PostgresSessions implements Sessions {
    private static final Duration KEPT = Duration.ofDays(1);

    private final Database database;
    private final Accounts accounts;

    /** Takes the database and the accounts that sessions belong to. */
    @Inject
    public PostgresSessions(Database database, Accounts accounts) {
        this.database = database;
        this.accounts = accounts;
    }

    @Override
    public void begin(TokenDigest session, StaffId account, Instant at) {
        Timestamp now = Timestamp.from(at);
        update("delete from account.session where seen_at < ?", Timestamp.from(at.minus(KEPT)));
        update(
                "insert into account.session (digest, account_id, started_at, seen_at) values (?, ?, ?, ?)",
                bytes(session),
                account.value(),
                now,
                now);
    }

    @Override
    public Optional<Session> find(TokenDigest session) {
        String sql = "select account_id, started_at, seen_at from account.session"
                + " where digest = ? and ended_at is null";
        try (Connection connection = database.connection(Zone.ACCOUNT);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, bytes(session));
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                Instant started = row.getTimestamp(2).toInstant();
                Instant seen = row.getTimestamp(3).toInstant();
                return accounts.byId(new StaffId(row.getObject(1, UUID.class)))
                        .map(account -> new Session(account, started, seen));
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    @Override
    public void touch(TokenDigest session, Instant at) {
        update("update account.session set seen_at = ? where digest = ?", Timestamp.from(at), bytes(session));
    }

    @Override
    public void end(TokenDigest session, Instant at) {
        update("update account.session set ended_at = ? where digest = ?", Timestamp.from(at), bytes(session));
    }

    @Override
    public void endOthers(StaffId account, Optional<TokenDigest> kept, Instant at) {
        update(
                "update account.session set ended_at = ? where account_id = ? and ended_at is null and digest <> ?",
                Timestamp.from(at),
                account.value(),
                kept.map(PostgresSessions::bytes).orElse(new byte[0]));
    }

    private void update(String sql, Object... values) {
        try (Connection connection = database.connection(Zone.ACCOUNT);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static byte[] bytes(TokenDigest digest) {
        return HexFormat.of().parseHex(digest.hex());
    }
}
