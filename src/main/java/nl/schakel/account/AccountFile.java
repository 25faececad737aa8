package nl.schakel.account;

import java.time.Instant;
import java.util.List;

/**
 * An account with its tokens and the identities of providers with which its holder signs in.
 *
 * @param tokens revoked and expired ones too, the newest first
 * @param at the moment of reading
 */
public record AccountFile(AccountEntry entry, List<IssuedToken> tokens, List<BoundIdentity> identities, Instant at) {
    /** Takes copies. */
    public AccountFile {
        identities = List.copyOf(identities);
        tokens = List.copyOf(tokens);
    }

    /** The tokens that open something now. */
    public List<IssuedToken> openTokens() {
        return tokens.stream().filter(token -> token.isOpen(at)).toList();
    }
}
