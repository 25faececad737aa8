package nl.schakel.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.StaffId;

/**
 * Port: which identity of a provider is which account. An identity has one account, an account one identity at a provider.
 * Writing joins the running transaction and its audit entry with it.
 */
public interface BoundIdentities {
    /** The account of a person, also a disabled one; empty where the identity is bound to none. */
    Optional<Account> account(IdentityName identity);

    /** The account of a machine, also a disabled one; empty where the identity is bound to none. */
    Optional<Account> machine(IdentityName identity);

    /** The identities of the account, the newest first. */
    List<BoundIdentity> of(StaffId account);

    /** Binds; false, and no audit entry, where the identity or the account is bound already. */
    boolean bind(IdentityName identity, StaffId account, Instant at, AuditEntry entry);

    /** Ends a binding of that account; false, and no audit entry, where it has none such. */
    boolean release(StaffId account, BindingId binding, AuditEntry entry);
}
