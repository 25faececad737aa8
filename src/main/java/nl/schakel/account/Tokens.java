package nl.schakel.account;

import java.time.Instant;
import java.util.List;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.StaffId;

/** Port: the tokens of an account one by one. Writing joins the running transaction and its audit entry with it. */
public interface Tokens {
    /** Every token of the account, revoked and expired ones too, the newest first. */
    List<IssuedToken> of(StaffId account);

    /** Adds a token under a name of the holder's choice; returns its identifier. */
    TokenId issue(ApiToken token, String label, AuditEntry entry);

    /** Ends a token of that account; false, and no audit entry, where it has none such that is not revoked. */
    boolean revoke(StaffId account, TokenId token, Instant at, AuditEntry entry);

    /** Ends every token of the account, as part of an act that has its own audit entry. */
    void revokeAll(StaffId account, Instant at);
}
