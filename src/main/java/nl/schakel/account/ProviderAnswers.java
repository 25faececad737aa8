package nl.schakel.account;

import java.time.Instant;
import java.util.Optional;

/** Port: which tries have been answered, and identities that wait for their account. */
public interface ProviderAnswers {
    /** Uses the answer to a try up, in a transaction of its own; false where it was used before. */
    boolean use(TokenDigest answered, Instant at);

    /** Keeps an identity that belongs to no account yet, with the answer that proved it. */
    void keep(TokenDigest answered, ProvedIdentity identity);

    /** Takes the identity away that an answer since that moment proved, so that it is taken once. */
    Optional<ProvedIdentity> take(TokenDigest answered, Instant since);
}
