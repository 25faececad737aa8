package nl.schakel.account;

import java.time.Instant;
import java.util.Optional;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.StaffId;

/** Port: codes by which people set a password. Writing joins the running transaction and its audit entry with it. */
public interface SetupCodes {
    /** Adds the code; every earlier one for the same account, or for the first operator, is void. */
    void issue(SetupCode code, AuditEntry entry);

    /** Uses a code up; empty where it is unknown, used, void or expired. Of two who try at once one succeeds. */
    Optional<SetupCode> redeem(TokenDigest digest, Instant at);

    /** Makes every unused code of the account void. */
    void cancel(StaffId account, Instant at);
}
