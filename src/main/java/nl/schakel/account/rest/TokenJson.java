package nl.schakel.account.rest;

import java.time.Instant;
import java.util.UUID;
import nl.schakel.account.IssuedToken;
import org.jspecify.annotations.Nullable;

/** A token without its secret. */
public record TokenJson(
        UUID id, String omschrijving, Instant uitgegeven, Instant verloopt, @Nullable Instant ingetrokken) {
    static TokenJson of(IssuedToken token) {
        return new TokenJson(
                token.id().value(),
                token.label(),
                token.issued(),
                token.expires(),
                token.revoked().orElse(null));
    }
}
