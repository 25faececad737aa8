package nl.schakel.account;

import java.util.Optional;

/** Port: judges the signed tokens of programs. Judging one may take seconds when keys are unknown; never in a transaction. */
public interface ClientTokens {
    /** Who signs tokens for programs; empty where none is configured. */
    Optional<String> issuer();

    /** Whose token it is; empty where it is not a token of that issuer for this service that is valid now. */
    Optional<IdentityName> client(String token);
}
