package nl.schakel.account.rest;

import java.time.Instant;
import java.util.UUID;
import nl.schakel.account.IssuedSecret;
import nl.schakel.account.OneTimeSecret;
import org.jspecify.annotations.Nullable;

/**
 * A secret, this once.
 *
 * @param id by which a token can be revoked; absent for a code
 */
public record SecretJson(@Nullable UUID id, String geheim, Instant verloopt) {
    static SecretJson of(OneTimeSecret code) {
        return new SecretJson(null, code.text(), code.expires());
    }

    static SecretJson of(IssuedSecret token) {
        return new SecretJson(
                token.id().value(), token.secret().text(), token.secret().expires());
    }

    @Override
    public String toString() {
        return "SecretJson[hidden]";
    }
}
