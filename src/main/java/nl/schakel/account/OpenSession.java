package nl.schakel.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditTrail;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.platform.database.Zone;

/** Begins the session of somebody who has proved who they are, by whichever way. */
@Dependent
public class OpenSession {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 32;

    private final Sessions sessions;
    private final AuditTrail trail;

    /** Takes its ports. */
    @Inject
    public OpenSession(Sessions sessions, AuditTrail trail) {
        this.sessions = sessions;
        this.trail = trail;
    }

    /** A session with a fresh secret, recorded in the audit trail; joins the running transaction. */
    OpenedSession open(Account account, SignInWay way, Instant now) {
        byte[] random = new byte[SECRET_BYTES];
        RANDOM.nextBytes(random);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        sessions.begin(TokenDigest.of(secret), account.id(), way, now);
        AuditEntry entry = AuditEntry.by(account.id(), "account.sign-in", ProcessingActivity.ADMINISTER_ACCOUNTS)
                .on("account/" + account.id().value());
        trail.append(
                Zone.ACCOUNT,
                way.provider()
                        .map(provider -> entry.detail("provider", provider.value())
                                .detail("secondFactor", way.strong() ? "yes" : "no"))
                        .orElse(entry));
        return new OpenedSession(account, secret);
    }
}
