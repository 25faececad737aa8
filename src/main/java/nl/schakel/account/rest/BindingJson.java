package nl.schakel.account.rest;

import java.time.Instant;
import java.util.UUID;
import nl.schakel.account.BoundIdentity;

/** An identity at a provider, without its subject. */
public record BindingJson(UUID id, String uitgever, Instant gekoppeld) {
    static BindingJson of(BoundIdentity identity) {
        return new BindingJson(identity.id().value(), identity.issuer(), identity.bound());
    }
}
