package nl.schakel.account;

/** A new token with its identifier, by which it can be revoked. */
public record IssuedSecret(TokenId id, OneTimeSecret secret) {}
