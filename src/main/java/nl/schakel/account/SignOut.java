package nl.schakel.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditTrail;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.platform.database.Zone;

/** Ends a session at the wish of its owner. */
@Dependent
@Transactional
public class SignOut {
    private final Sessions sessions;
    private final AuditTrail trail;
    private final Clock clock;

    /** Takes its ports. */
    @Inject
    public SignOut(Sessions sessions, AuditTrail trail, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
        this.trail = trail;
    }

    /** Ends the actor's session with this secret, for ever. @return at which provider the person may be signed in still */
    public Optional<ProviderName> signOut(Actor actor, String secret) {
        TokenDigest session = TokenDigest.of(secret);
        Optional<ProviderName> provider =
                sessions.find(session).flatMap(found -> found.way().provider());
        sessions.end(session, clock.instant());
        trail.append(
                Zone.ACCOUNT,
                AuditEntry.by(actor, "account.sign-out", ProcessingActivity.ADMINISTER_ACCOUNTS)
                        .on("account/" + actor.staff().value()));
        return provider;
    }
}
