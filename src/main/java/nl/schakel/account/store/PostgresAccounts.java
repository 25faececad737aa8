package nl.schakel.account.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.schakel.account.Account;
import nl.schakel.account.Accounts;
import nl.schakel.account.ApiToken;
import nl.schakel.account.Credential;
import nl.schakel.account.TokenDigest;
import nl.schakel.account.TokenId;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditTrail;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.Rows;
import nl.schakel.platform.database.Statements;
import nl.schakel.platform.database.Zone;
import nl.schakel.school.Brin;

/** Accounts and tokens as rows. */
@Dependent
public class PostgresAccounts implements Accounts {
    private static final String BY_USERNAME = "select a from AccountRow a where a.username = :username";
    private static final String BY_TOKEN = "select a from AccountRow a, ApiTokenRow t where t.account = a.id"
            + " and t.digest = :digest and t.revokedAt is null and t.expiresAt > :at and a.disabledAt is null";
    private static final String SAVE =
            "insert into account.account (id, username, display_name, roles, brin, password_hash, created_at)"
                    + " values (?, ?, ?, ?, ?, ?, ?) on conflict (username) do update set display_name ="
                    + " excluded.display_name, roles = excluded.roles, brin = excluded.brin,"
                    + " password_hash = excluded.password_hash, disabled_at = null returning id";

    private final Rows rows;
    private final Statements statements;
    private final AuditTrail trail;

    /** Takes the database and the trail that every write is told to. */
    @Inject
    public PostgresAccounts(Database database, AuditTrail trail) {
        this.rows = database.rows(Zone.ACCOUNT);
        this.statements = database.statements(Zone.ACCOUNT);
        this.trail = trail;
    }

    @Override
    public Optional<Account> byId(StaffId id) {
        return rows.read(manager ->
                Optional.ofNullable(manager.find(AccountRow.class, id.value())).map(AccountRow::account));
    }

    @Override
    public Optional<Credential> byUsername(String username) {
        return rows.read(manager -> first(
                        manager.createQuery(BY_USERNAME, AccountRow.class).setParameter("username", username))
                .map(AccountRow::credential));
    }

    @Override
    public Optional<Account> byToken(TokenDigest digest, Instant at) {
        return rows.read(manager -> first(manager.createQuery(BY_TOKEN, AccountRow.class)
                        .setParameter("digest", Digests.bytes(digest))
                        .setParameter("at", at))
                .map(AccountRow::account));
    }

    private static Optional<AccountRow> first(TypedQuery<AccountRow> query) {
        try (Stream<AccountRow> found = query.getResultStream()) {
            return found.findFirst();
        }
    }

    @Override
    public StaffId save(Credential credential, Instant at, AuditEntry entry) {
        Account account = credential.account();
        StaffId id = statements.one(
                SAVE,
                row -> new StaffId(row.getObject(1, UUID.class)),
                account.id().value(),
                account.username(),
                account.displayName(),
                account.roles().stream().map(Role::name).sorted().toArray(String[]::new),
                account.school().map(Brin::value).orElse(null),
                credential.passwordHash(),
                at);
        rows.forget();
        trail.append(Zone.ACCOUNT, entry.on("account/" + id.value()));
        return id;
    }

    @Override
    public void issue(ApiToken token, AuditEntry entry) {
        rows.write(manager -> manager.persist(new ApiTokenRow(new TokenId(UUID.randomUUID()), token, "")));
        trail.append(Zone.ACCOUNT, entry.on("account/" + token.account().value()));
    }

    @Override
    public int revokeTokens(StaffId account, Instant at, AuditEntry entry) {
        int revoked = rows.update(manager -> manager.createQuery(PostgresTokens.REVOKE_ALL)
                .setParameter("at", at)
                .setParameter("account", account.value()));
        trail.append(Zone.ACCOUNT, entry.on("account/" + account.value()).detail("tokens", revoked));
        return revoked;
    }
}
