package nl.schakel.account;

import java.time.Instant;
import java.util.Optional;
import nl.schakel.audit.StaffId;

/**
 * A code, usable once, by which somebody sets the password of an account, as it is kept: without its secret.
 *
 * @param account whose password it sets; empty for the code that makes the first operator
 */
public record SetupCode(TokenDigest digest, Optional<StaffId> account, Instant issued, Instant expires) {
    /** @throws IllegalArgumentException where it would expire before it is issued */
    public SetupCode {
        if (!expires.isAfter(issued)) {
            throw new IllegalArgumentException("expires before it is issued");
        }
    }
}
