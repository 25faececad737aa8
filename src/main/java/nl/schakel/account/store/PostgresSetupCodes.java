package nl.schakel.account.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.schakel.account.SetupCode;
import nl.schakel.account.SetupCodes;
import nl.schakel.account.TokenDigest;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditTrail;
import nl.schakel.audit.StaffId;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.Zone;

/** One-time codes as rows; a used or void one stays, so that it can never be given out again. */
@Dependent
public class PostgresSetupCodes implements SetupCodes {
    private final AccountStatements statements;
    private final AuditTrail trail;

    /** Takes the database and the trail that every write is told to. */
    @Inject
    public PostgresSetupCodes(Database database, AuditTrail trail) {
        this.statements = new AccountStatements(database);
        this.trail = trail;
    }

    @Override
    public void issue(SetupCode code, AuditEntry entry) {
        code.account()
                .ifPresentOrElse(
                        account -> cancel(account, code.issued()),
                        () -> statements.update(
                                "update account.setup_code set used_at = ? where account_id is null and used_at is null",
                                code.issued()));
        statements.update(
                "insert into account.setup_code (digest, account_id, issued_at, expires_at) values (?, ?, ?, ?)",
                code.digest(),
                code.account().map(StaffId::value).orElse(null),
                code.issued(),
                code.expires());
        trail.append(Zone.ACCOUNT, entry);
    }

    @Override
    public Optional<SetupCode> redeem(TokenDigest digest, Instant at) {
        String sql = "update account.setup_code set used_at = ? where digest = ? and used_at is null"
                + " and expires_at > ? returning account_id, issued_at, expires_at";
        return statements.list(sql, row -> code(digest, row), at, digest, at).stream()
                .findFirst();
    }

    @Override
    public void cancel(StaffId account, Instant at) {
        statements.update(
                "update account.setup_code set used_at = ? where account_id = ? and used_at is null",
                at,
                account.value());
    }

    private static SetupCode code(TokenDigest digest, ResultSet row) throws SQLException {
        return new SetupCode(
                digest,
                Optional.ofNullable(row.getObject("account_id", UUID.class)).map(StaffId::new),
                row.getTimestamp("issued_at").toInstant(),
                row.getTimestamp("expires_at").toInstant());
    }
}
