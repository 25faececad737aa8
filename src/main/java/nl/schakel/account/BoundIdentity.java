package nl.schakel.account;

import java.time.Instant;

/**
 * An identity of a provider with which somebody can sign in to an account, as lists show it: without the subject.
 *
 * @param issuer exact address of the provider
 */
public record BoundIdentity(BindingId id, String issuer, Instant bound) {}
