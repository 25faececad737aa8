package nl.schakel.account;

import java.util.UUID;

/** Identifies the binding of an identity to an account. */
public record BindingId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
