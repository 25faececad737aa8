package nl.schakel.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.StaffId;

/** Port: the accounts as their operators keep them. Writing joins the running transaction and its audit entry with it. */
public interface AccountDirectory {
    /** The accounts that match, by username; at most {@value AccountSearch#MOST}. */
    List<AccountEntry> search(AccountSearch search);

    /** The account, also a disabled one; empty where there is none. */
    Optional<AccountEntry> find(StaffId id);

    /** Adds the account; false, and no audit entry, where the username is taken. */
    boolean add(AccountEntry account, String passwordHash, AuditEntry entry);

    /** Replaces name, roles, school and whether it is enabled; username and kind stay. */
    void change(Account account, Instant at, AuditEntry entry);

    /** Replaces the password. */
    void password(StaffId account, String passwordHash, AuditEntry entry);

    /** The enabled accounts of operators, none of which changes before this transaction ends. */
    Set<StaffId> lockActiveOperators();
}
