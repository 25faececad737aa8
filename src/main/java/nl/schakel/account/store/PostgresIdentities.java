package nl.schakel.account.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.schakel.account.Account;
import nl.schakel.account.BindingId;
import nl.schakel.account.BoundIdentities;
import nl.schakel.account.BoundIdentity;
import nl.schakel.account.IdentityName;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditTrail;
import nl.schakel.audit.StaffId;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.Rows;
import nl.schakel.platform.database.Statements;
import nl.schakel.platform.database.Zone;

/** Identities of providers, in SQL; the two unique keys decide of two who bind at once. */
@Dependent
public class PostgresIdentities implements BoundIdentities {
    private static final String FIND = "select i.account_id from account.identity i"
            + " join account.account a on a.id = i.account_id where i.issuer = ? and i.subject = ? and a.machine = ?";
    private static final String LIST =
            "select id, issuer, bound_at from account.identity where account_id = ? order by bound_at desc, id";
    private static final String BIND = "insert into account.identity (id, issuer, subject, account_id, bound_at)"
            + " values (?, ?, ?, ?, ?) on conflict do nothing";
    private static final String RELEASE = "delete from account.identity where account_id = ? and id = ?";

    private final Rows rows;
    private final Statements statements;
    private final AuditTrail trail;

    /** Takes the database and the trail that every write is told to. */
    @Inject
    public PostgresIdentities(Database database, AuditTrail trail) {
        this.rows = database.rows(Zone.ACCOUNT);
        this.statements = database.statements(Zone.ACCOUNT);
        this.trail = trail;
    }

    @Override
    public Optional<Account> account(IdentityName identity) {
        return find(identity, false);
    }

    @Override
    public Optional<Account> machine(IdentityName identity) {
        return find(identity, true);
    }

    private Optional<Account> find(IdentityName identity, boolean machine) {
        List<UUID> found = statements.list(
                FIND, row -> row.getObject(1, UUID.class), identity.issuer(), identity.subject(), machine);
        return found.stream()
                .findFirst()
                .flatMap(id -> rows.read(manager -> Optional.ofNullable(manager.find(AccountRow.class, id))))
                .map(AccountRow::account);
    }

    @Override
    public List<BoundIdentity> of(StaffId account) {
        return statements.list(
                LIST,
                row -> new BoundIdentity(
                        new BindingId(row.getObject("id", UUID.class)),
                        row.getString("issuer"),
                        row.getObject("bound_at", OffsetDateTime.class).toInstant()),
                account.value());
    }

    @Override
    public boolean bind(IdentityName identity, StaffId account, Instant at, AuditEntry entry) {
        UUID id = UUID.randomUUID();
        int bound = statements.update(BIND, id, identity.issuer(), identity.subject(), account.value(), at);
        return told(bound, entry.detail("binding", id.toString()));
    }

    @Override
    public boolean release(StaffId account, BindingId binding, AuditEntry entry) {
        int released = statements.update(RELEASE, account.value(), binding.value());
        return told(released, entry.detail("binding", binding.toString()));
    }

    private boolean told(int changed, AuditEntry entry) {
        if (changed == 1) {
            trail.append(Zone.ACCOUNT, entry);
        }
        return changed == 1;
    }
}
