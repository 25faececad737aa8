package nl.schakel.account;

import java.time.Instant;
import java.util.Optional;
import nl.schakel.audit.StaffId;

/** Port: the sessions of people who are signed in, known by the digest of the secret that only their browser holds. */
public interface Sessions {
    /** Adds a session. */
    void begin(TokenDigest session, StaffId account, SignInWay way, Instant at);

    /** A session that has not been ended, with its account, also a disabled one. */
    Optional<Session> find(TokenDigest session);

    /** Notes that the session was used. */
    void touch(TokenDigest session, Instant at);

    /** Ends the session for ever; nothing happens where there is none. */
    void end(TokenDigest session, Instant at);

    /** Ends every session of the account for ever, but not the one that is kept. */
    void endOthers(StaffId account, Optional<TokenDigest> kept, Instant at);
}
