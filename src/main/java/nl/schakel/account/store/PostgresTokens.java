package nl.schakel.account.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
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
import nl.schakel.platform.database.Rows;
import nl.schakel.platform.database.Zone;

/** Tokens as rows, of which only the digest opens something. */
@Dependent
public class PostgresTokens implements Tokens {
    static final String REVOKE_ALL =
            "update ApiTokenRow t set t.revokedAt = :at where t.account = :account and t.revokedAt is null";
    private final Rows rows;
    private final AuditTrail trail;

    /** Takes the database and the trail that every write is told to. */
    @Inject
    public PostgresTokens(Database database, AuditTrail trail) {
        this.rows = database.rows(Zone.ACCOUNT);
        this.trail = trail;
    }

    @Override
    public List<IssuedToken> of(StaffId account) {
        String jpql = "select t from ApiTokenRow t where t.account = :account order by t.issuedAt desc, t.id";
        return rows.read(manager -> manager.createQuery(jpql, ApiTokenRow.class)
                .setParameter("account", account.value())
                .getResultStream()
                .map(ApiTokenRow::token)
                .toList());
    }

    @Override
    public TokenId issue(ApiToken token, String label, AuditEntry entry) {
        TokenId id = new TokenId(UUID.randomUUID());
        rows.write(manager -> manager.persist(new ApiTokenRow(id, token, label)));
        trail.append(Zone.ACCOUNT, entry.detail("token", id.toString()));
        return id;
    }

    @Override
    public boolean revoke(StaffId account, TokenId token, Instant at, AuditEntry entry) {
        int revoked = rows.update(manager -> manager.createQuery(REVOKE_ALL + " and t.id = :id")
                .setParameter("at", at)
                .setParameter("account", account.value())
                .setParameter("id", token.value()));
        if (revoked == 1) {
            trail.append(Zone.ACCOUNT, entry);
        }
        return revoked == 1;
    }

    @Override
    public void revokeAll(StaffId account, Instant at) {
        rows.update(manager ->
                manager.createQuery(REVOKE_ALL).setParameter("at", at).setParameter("account", account.value()));
    }
}
