package nl.schakel.account.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import nl.schakel.account.Account;
import nl.schakel.account.AccountDirectory;
import nl.schakel.account.AccountEntry;
import nl.schakel.account.AccountSearch;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditTrail;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.Rows;
import nl.schakel.platform.database.Statements;
import nl.schakel.platform.database.Zone;
import nl.schakel.school.Brin;

/** Accounts as their operators keep them. Who holds a role is asked in SQL: JPQL knows no arrays. */
@Dependent
public class PostgresAccountDirectory implements AccountDirectory {
    private static final String SEARCH = "select a.* from account.account a"
            + " where (position(?1 in a.username) > 0 or position(?1 in lower(a.display_name)) > 0)"
            + " and (?2 = '' or ?2 = any (a.roles)) order by a.username limit " + AccountSearch.MOST;
    private static final String ADD =
            "insert into account.account (id, username, display_name, roles, brin, password_hash, created_at, machine)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (username) do nothing";

    private final Rows rows;
    private final Statements statements;
    private final AuditTrail trail;

    /** Takes the database and the trail that every write is told to. */
    @Inject
    public PostgresAccountDirectory(Database database, AuditTrail trail) {
        this.rows = database.rows(Zone.ACCOUNT);
        this.statements = database.statements(Zone.ACCOUNT);
        this.trail = trail;
    }

    @Override
    public List<AccountEntry> search(AccountSearch search) {
        List<?> found = rows.read(manager -> manager.createNativeQuery(SEARCH, AccountRow.class)
                .setParameter(1, search.text())
                .setParameter(2, search.role().map(Role::name).orElse(""))
                .getResultList());
        return found.stream().map(row -> ((AccountRow) row).entry()).toList();
    }

    @Override
    public Optional<AccountEntry> find(StaffId id) {
        return rows.read(manager ->
                Optional.ofNullable(manager.find(AccountRow.class, id.value())).map(AccountRow::entry));
    }

    /** A statement: a name that is taken must not break the transaction. */
    @Override
    public boolean add(AccountEntry added, String passwordHash, AuditEntry entry) {
        Account account = added.account();
        int inserted = statements.update(
                ADD,
                account.id().value(),
                account.username(),
                account.displayName(),
                account.roles().stream().map(Role::name).sorted().toArray(String[]::new),
                account.school().map(Brin::value).orElse(null),
                passwordHash,
                added.created(),
                added.machine());
        if (inserted == 1) {
            trail.append(Zone.ACCOUNT, entry);
        }
        return inserted == 1;
    }

    @Override
    public void change(Account account, Instant at, AuditEntry entry) {
        write(account.id(), row -> row.write(account, at));
        trail.append(Zone.ACCOUNT, entry);
    }

    @Override
    public void password(StaffId account, String passwordHash, AuditEntry entry) {
        write(account, row -> row.password(passwordHash));
        trail.append(Zone.ACCOUNT, entry);
    }

    /** The lock reads the row again, so that what is written replaces what stands there now. */
    private void write(StaffId account, Consumer<AccountRow> change) {
        rows.write(manager -> Optional.ofNullable(
                        manager.find(AccountRow.class, account.value(), LockModeType.PESSIMISTIC_WRITE))
                .ifPresent(change));
    }

    @Override
    public Set<StaffId> lockActiveOperators() {
        String sql = "select id from account.account where 'OPERATOR' = any (roles) and disabled_at is null"
                + " and not machine order by id for update";
        List<StaffId> operators = statements.list(sql, row -> new StaffId(row.getObject(1, UUID.class)));
        rows.forget();
        return Set.copyOf(operators);
    }
}
