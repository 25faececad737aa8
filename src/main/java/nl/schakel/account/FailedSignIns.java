package nl.schakel.account;

import java.time.Instant;

/** Port: tries to sign in that have not succeeded, kept beyond a restart. Each call is a transaction of its own. */
public interface FailedSignIns {
    /**
     * Counts a try before it is judged, so that a burst of parallel tries cannot pass the limit.
     *
     * @param target digest of the username or of the address
     * @return the tries for the target since the moment, this one included
     */
    int begin(TokenDigest target, Instant at, Instant since);

    /** Forgets the tries for the account and the one from the address at that moment, after a success. */
    void succeeded(TokenDigest account, TokenDigest origin, Instant at);
}
