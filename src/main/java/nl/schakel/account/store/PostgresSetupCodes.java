package nl.schakel.account.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import nl.schakel.account.SetupCode;
import nl.schakel.account.SetupCodes;
import nl.schakel.account.TokenDigest;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditTrail;
import nl.schakel.audit.StaffId;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.Statements;
import nl.schakel.platform.database.Zone;

/** One-time codes, in SQL; a used or void one stays, so that it can never be given out again. */
@Dependent
public class PostgresSetupCodes implements SetupCodes {
    private static final String CANCEL = "update account.setup_code set used_at = ? where used_at is null and ";
    private static final String INSERT =
            "insert into account.setup_code (digest, account_id, issued_at, expires_at) values (?, ?, ?, ?)";
    private static final String REDEEM = "update account.setup_code set used_at = ? where digest = ?"
            + " and used_at is null and expires_at > ? returning account_id, issued_at, expires_at";
    private final Statements statements;
    private final AuditTrail trail;

    /** Takes the database and the trail that every write is told to. */
    @Inject
    public PostgresSetupCodes(Database database, AuditTrail trail) {
        this.statements = database.statements(Zone.ACCOUNT);
        this.trail = trail;
    }

    @Override
    public void issue(SetupCode code, AuditEntry entry) {
        code.account()
                .ifPresentOrElse(
                        account -> cancel(account, code.issued()),
                        () -> statements.update(CANCEL + "account_id is null", code.issued()));
        statements.update(
                INSERT,
                Digests.bytes(code.digest()),
                code.account().map(StaffId::value).orElse(null),
                code.issued(),
                code.expires());
        trail.append(Zone.ACCOUNT, entry);
    }

    /** One statement, so that of two who try at once one finds the code unused. */
    @Override
    public Optional<SetupCode> redeem(TokenDigest digest, Instant at) {
        return statements.list(REDEEM, row -> code(digest, row), at, Digests.bytes(digest), at).stream()
                .findFirst();
    }

    @Override
    public void cancel(StaffId account, Instant at) {
        statements.update(CANCEL + "account_id = ?", at, account.value());
    }

    private static SetupCode code(TokenDigest digest, ResultSet row) throws SQLException {
        return new SetupCode(
                digest,
                Optional.ofNullable(row.getObject("account_id", UUID.class)).map(StaffId::new),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }
}
