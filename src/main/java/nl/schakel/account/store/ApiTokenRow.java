package nl.schakel.account.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.schakel.account.ApiToken;
import nl.schakel.account.IssuedToken;
import nl.schakel.account.TokenId;
import org.jspecify.annotations.Nullable;

/** A token of an account, by its digest. */
@Entity
@Table(schema = "account", name = "api_token")
class ApiTokenRow {
    @Id
    private UUID id;

    @Column(name = "account_id")
    private UUID account;

    @Column(name = "digest")
    private byte[] digest;

    private String label;

    @Column(name = "issued_at")
    private Instant issuedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    /** For the provider. */
    protected ApiTokenRow() {}

    ApiTokenRow(TokenId id, ApiToken token, String label) {
        this.id = id.value();
        this.account = token.account().value();
        this.digest = Digests.bytes(token.digest());
        this.label = label;
        this.issuedAt = token.issued();
        this.expiresAt = token.expires();
    }

    IssuedToken token() {
        return new IssuedToken(new TokenId(id), label, issuedAt, expiresAt, Optional.ofNullable(revokedAt));
    }
}
