package nl.schakel.account.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.schakel.account.Account;
import nl.schakel.account.ProviderName;
import nl.schakel.account.Session;
import nl.schakel.account.SignInWay;
import nl.schakel.account.TokenDigest;
import nl.schakel.audit.StaffId;
import org.jspecify.annotations.Nullable;

/** A session of somebody who is signed in, by the digest of its secret. */
@Entity
@Table(schema = "account", name = "session")
class SessionRow {
    @Id
    @Column(name = "digest")
    private byte[] digest;

    @Column(name = "account_id")
    private UUID account;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "seen_at")
    private Instant seenAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    private @Nullable String provider;
    private boolean strong;

    /** For the provider. */
    protected SessionRow() {}

    SessionRow(TokenDigest session, StaffId account, SignInWay way, Instant at) {
        this.provider = way.provider().map(ProviderName::value).orElse(null);
        this.strong = way.strong();
        this.digest = Digests.bytes(session);
        this.account = account.value();
        this.startedAt = at;
        this.seenAt = at;
    }

    Session of(Account owner) {
        return new Session(owner, way(), startedAt, seenAt);
    }

    private SignInWay way() {
        return new SignInWay(Optional.ofNullable(provider).map(ProviderName::new), strong);
    }
}
