package nl.schakel.account.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.schakel.account.ApiToken;
import nl.schakel.account.IssuedToken;
import nl.schakel.account.TokenId;
import nl.schakel.account.Tokens;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditTrail;
import nl.schakel.audit.StaffId;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.Zone;

/** Tokens as rows, of which only the digest opens something. */
@Dependent
public class PostgresTokens implements Tokens {
    private final AccountStatements statements;
    private final AuditTrail trail;

    /** Takes the database and the trail that every write is told to. */
    @Inject
    public PostgresTokens(Database database, AuditTrail trail) {
        this.statements = new AccountStatements(database);
        this.trail = trail;
    }

    @Override
    public List<IssuedToken> of(StaffId account) {
        String sql = "select id, label, issued_at, expires_at, revoked_at from account.api_token"
                + " where account_id = ? order by issued_at desc, id";
        return statements.list(sql, PostgresTokens::token, account.value());
    }

    @Override
    public TokenId issue(ApiToken token, String label, AuditEntry entry) {
        TokenId id = new TokenId(UUID.randomUUID());
        statements.update(
                "insert into account.api_token (id, account_id, digest, label, issued_at, expires_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                id.value(),
                token.account().value(),
                token.digest(),
                label,
                token.issued(),
                token.expires());
        trail.append(Zone.ACCOUNT, entry.detail("token", id.toString()));
        return id;
    }

    @Override
    public boolean revoke(StaffId account, TokenId token, Instant at, AuditEntry entry) {
        int rows = statements.update(
                "update account.api_token set revoked_at = ? where id = ? and account_id = ? and revoked_at is null",
                at,
                token.value(),
                account.value());
        if (rows == 1) {
            trail.append(Zone.ACCOUNT, entry);
        }
        return rows == 1;
    }

    @Override
    public void revokeAll(StaffId account, Instant at) {
        statements.update(
                "update account.api_token set revoked_at = ? where account_id = ? and revoked_at is null",
                at,
                account.value());
    }

    private static IssuedToken token(ResultSet row) throws SQLException {
        return new IssuedToken(
                new TokenId(row.getObject("id", UUID.class)),
                row.getString("label"),
                row.getTimestamp("issued_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                AccountStatements.instant(row, "revoked_at"));
    }
}
