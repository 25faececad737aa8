package nl.schakel.account.rest;

import nl.schakel.account.TokenWish;
import org.jspecify.annotations.Nullable;

/** A token as it is asked for. */
public record WishJson(@Nullable String omschrijving, @Nullable Integer dagen) {
    TokenWish wish() {
        return new TokenWish(omschrijving == null ? "" : omschrijving, dagen == null ? 0 : dagen);
    }
}
