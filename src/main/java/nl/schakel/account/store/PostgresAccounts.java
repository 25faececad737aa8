package nl.schakel.account.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.schakel.account.Account;
import nl.schakel.account.Accounts;
import nl.schakel.account.ApiToken;
import nl.schakel.account.Credential;
import nl.schakel.account.TokenDigest;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditTrail;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.DatabaseFailure;
import nl.schakel.platform.database.Zone;
import nl.schakel.school.Brin;

/** Accounts and tokens as rows. */
@Dependent
public class PostgresAccounts implements Accounts {
    static final String COLUMNS = "a.id, a.username, a.display_name, a.roles, a.brin, a.disabled_at, a.password_hash";

    private final Database database;
    private final AuditTrail trail;

    /** Takes the database and the trail that every write is told to. */
    @Inject
    public PostgresAccounts(Database database, AuditTrail trail) {
        this.database = database;
        this.trail = trail;
    }

    @Override
    public Optional<Account> byId(StaffId id) {
        return find("select " + COLUMNS + " from account.account a where a.id = ?", id.value())
                .map(Credential::account);
    }

    @Override
    public Optional<Credential> byUsername(String username) {
        return find("select " + COLUMNS + " from account.account a where a.username = ?", username);
    }

    @Override
    public Optional<Account> byToken(TokenDigest digest, Instant at) {
        String sql = "select " + COLUMNS + " from account.account a join account.api_token t on t.account_id = a.id"
                + " where t.digest = ? and t.revoked_at is null and t.expires_at > ? and a.disabled_at is null";
        return find(sql, bytes(digest), Timestamp.from(at)).map(Credential::account);
    }

    @Override
    public StaffId save(Credential credential, Instant at, AuditEntry entry) {
        Account account = credential.account();
        String sql = "insert into account.account (id, username, display_name, roles, brin, password_hash, created_at)"
                + " values (?, ?, ?, ?, ?, ?, ?) on conflict (username) do update set display_name ="
                + " excluded.display_name, roles = excluded.roles, brin = excluded.brin,"
                + " password_hash = excluded.password_hash, disabled_at = null returning id";
        try (Connection connection = database.connection(Zone.ACCOUNT);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            Array roles = connection.createArrayOf(
                    "text", account.roles().stream().map(Role::name).sorted().toArray());
            bind(statement, account.id().value(), account.username(), account.displayName(), roles);
            statement.setString(5, account.school().map(Brin::value).orElse(null));
            statement.setString(6, credential.passwordHash());
            statement.setTimestamp(7, Timestamp.from(at));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                StaffId id = new StaffId(row.getObject(1, UUID.class));
                trail.append(Zone.ACCOUNT, entry.on("account/" + id.value()));
                return id;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    @Override
    public void issue(ApiToken token, AuditEntry entry) {
        update(
                "insert into account.api_token (id, account_id, digest, issued_at, expires_at) values (?, ?, ?, ?, ?)",
                UUID.randomUUID(),
                token.account().value(),
                bytes(token.digest()),
                Timestamp.from(token.issued()),
                Timestamp.from(token.expires()));
        trail.append(Zone.ACCOUNT, entry.on("account/" + token.account().value()));
    }

    @Override
    public int revokeTokens(StaffId account, Instant at, AuditEntry entry) {
        int revoked = update(
                "update account.api_token set revoked_at = ? where account_id = ? and revoked_at is null",
                Timestamp.from(at),
                account.value());
        trail.append(Zone.ACCOUNT, entry.on("account/" + account.value()).detail("tokens", revoked));
        return revoked;
    }

    private Optional<Credential> find(String sql, Object... values) {
        try (Connection connection = database.connection(Zone.ACCOUNT);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(credential(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private int update(String sql, Object... values) {
        try (Connection connection = database.connection(Zone.ACCOUNT);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    static Credential credential(ResultSet row) throws SQLException {
        String[] names = (String[]) row.getArray(4).getArray();
        Set<Role> roles = Arrays.stream(names).map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
        Account account = new Account(
                new StaffId(row.getObject(1, UUID.class)),
                row.getString(2),
                row.getString(3),
                roles,
                Optional.ofNullable(row.getString(5)).map(Brin::new),
                row.getTimestamp(6) == null);
        return new Credential(account, row.getString(7));
    }

    private static byte[] bytes(TokenDigest digest) {
        return HexFormat.of().parseHex(digest.hex());
    }
}
