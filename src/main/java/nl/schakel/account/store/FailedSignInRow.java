package nl.schakel.account.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import nl.schakel.account.TokenDigest;

/** A try to sign in, by the digest of a username or an address. */
@Entity
@Table(schema = "account", name = "failed_sign_in")
class FailedSignInRow {
    @Id
    private UUID id;

    @Column(name = "target")
    private byte[] target;

    @Column(name = "tried_at")
    private Instant triedAt;

    /** For the provider. */
    protected FailedSignInRow() {}

    FailedSignInRow(TokenDigest target, Instant at) {
        this.id = UUID.randomUUID();
        this.target = Digests.bytes(target);
        this.triedAt = at;
    }
}
