package nl.schakel.account;

import java.time.Instant;
import nl.schakel.audit.StaffId;

/**
 * A token by which a machine signs in, as it is kept: without its secret.
 *
 * @param account whose roles and school it has, no more and no less
 * @param expires from this moment on it opens nothing
 */
public record ApiToken(TokenDigest digest, StaffId account, Instant issued, Instant expires) {
    /** @throws IllegalArgumentException where it would expire before it is issued */
    public ApiToken {
        if (!expires.isAfter(issued)) {
            throw new IllegalArgumentException("expires before it is issued");
        }
    }
}
