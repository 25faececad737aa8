package nl.schakel.account.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.schakel.account.Account;
import nl.schakel.account.AccountDirectory;
import nl.schakel.account.AccountEntry;
import nl.schakel.account.AccountSearch;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditTrail;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import nl.schakel.platform.database.Database;
import nl.schakel.platform.database.Zone;
import nl.schakel.school.Brin;

/** Accounts as their operators keep them. */
@Dependent
public class PostgresAccountDirectory implements AccountDirectory {
    private static final String SELECT =
            "select " + PostgresAccounts.COLUMNS + ", a.machine, a.created_at from account.account a ";

    private final AccountStatements statements;
    private final AuditTrail trail;

    /** Takes the database and the trail that every write is told to. */
    @Inject
    public PostgresAccountDirectory(Database database, AuditTrail trail) {
        this.statements = new AccountStatements(database);
        this.trail = trail;
    }

    @Override
    public List<AccountEntry> search(AccountSearch search) {
        String sql = SELECT + "where (position(? in a.username) > 0 or position(? in lower(a.display_name)) > 0)"
                + " and (? = '' or ? = any (a.roles)) order by a.username limit ?";
        String role = search.role().map(Role::name).orElse("");
        return statements.list(
                sql, PostgresAccountDirectory::entry, search.text(), search.text(), role, role, AccountSearch.MOST);
    }

    @Override
    public Optional<AccountEntry> find(StaffId id) {
        return statements.list(SELECT + "where a.id = ?", PostgresAccountDirectory::entry, id.value()).stream()
                .findFirst();
    }

    @Override
    public boolean add(AccountEntry added, String passwordHash, AuditEntry entry) {
        Account account = added.account();
        int rows = statements.update(
                "insert into account.account (id, username, display_name, roles, brin, password_hash, created_at, machine)"
                        + " values (?, ?, ?, string_to_array(?, ' '), ?, ?, ?, ?) on conflict (username) do nothing",
                account.id().value(),
                account.username(),
                account.displayName(),
                roles(account),
                account.school().map(Brin::value).orElse(null),
                passwordHash,
                added.created(),
                added.machine());
        if (rows == 1) {
            trail.append(Zone.ACCOUNT, entry);
        }
        return rows == 1;
    }

    @Override
    public void change(Account account, Instant at, AuditEntry entry) {
        statements.update(
                "update account.account set display_name = ?, roles = string_to_array(?, ' '), brin = ?,"
                        + " disabled_at = case when ? then null else coalesce(disabled_at, ?) end where id = ?",
                account.displayName(),
                roles(account),
                account.school().map(Brin::value).orElse(null),
                account.enabled(),
                at,
                account.id().value());
        trail.append(Zone.ACCOUNT, entry);
    }

    @Override
    public void password(StaffId account, String passwordHash, AuditEntry entry) {
        statements.update("update account.account set password_hash = ? where id = ?", passwordHash, account.value());
        trail.append(Zone.ACCOUNT, entry);
    }

    @Override
    public Set<StaffId> lockActiveOperators() {
        String sql = "select id from account.account where 'OPERATOR' = any (roles) and disabled_at is null"
                + " and not machine order by id for update";
        return Set.copyOf(statements.list(sql, row -> new StaffId(row.getObject(1, UUID.class))));
    }

    private static String roles(Account account) {
        return String.join(
                " ", account.roles().stream().map(Role::name).sorted().toList());
    }

    private static AccountEntry entry(ResultSet row) throws SQLException {
        return new AccountEntry(
                PostgresAccounts.credential(row).account(),
                row.getBoolean("machine"),
                row.getTimestamp("created_at").toInstant());
    }
}
