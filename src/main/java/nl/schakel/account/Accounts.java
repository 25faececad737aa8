package nl.schakel.account;

import java.time.Instant;
import java.util.Optional;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.StaffId;

/** Port: the accounts and their tokens. Writing joins the running transaction and appends the audit entry to it. */
public interface Accounts {
    /** The account, also a disabled one; empty where there is none. */
    Optional<Account> byId(StaffId id);

    /** The account of a username with its password hash, also a disabled one; empty where there is none. */
    Optional<Credential> byUsername(String username);

    /** The enabled account of a token that is neither expired nor revoked at that moment. */
    Optional<Account> byToken(TokenDigest digest, Instant at);

    /** Adds the account, or replaces the one of the same username, which keeps its identifier. */
    StaffId save(Credential credential, Instant at, AuditEntry entry);

    /** Adds a token for an account. */
    void issue(ApiToken token, AuditEntry entry);

    /** Ends every token of the account; returns how many it ended. */
    int revokeTokens(StaffId account, Instant at, AuditEntry entry);
}
