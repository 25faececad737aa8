package nl.schakel.account;

import java.time.Instant;
import java.util.Optional;

/**
 * A token as lists show it: without its secret.
 *
 * @param label what its holder calls it; may be empty
 * @param revoked when it was ended before its time
 */
public record IssuedToken(TokenId id, String label, Instant issued, Instant expires, Optional<Instant> revoked) {
    /** Whether it opens anything at that moment. */
    public boolean isOpen(Instant at) {
        return revoked.isEmpty() && at.isBefore(expires);
    }
}
