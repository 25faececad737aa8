package nl.schakel.account;

import java.util.Optional;
import java.util.UUID;

/** Identifies a token without opening anything. */
public record TokenId(UUID value) {
    /** The identifier that a text says; empty where it says none. */
    public static Optional<TokenId> parse(String text) {
        return Ids.parse(text).map(TokenId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
