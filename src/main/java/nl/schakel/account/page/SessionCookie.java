package nl.schakel.account.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import java.util.Arrays;
import java.util.Optional;
import nl.schakel.account.TokenDigest;

/**
 * The cookie that holds the secret of a session. The container's own sessions are not used: their identifiers hold fewer
 * than 128 random bits and their cookie cannot say {@code SameSite} (decision 0070).
 */
final class SessionCookie {
    static final String NAME = "__Host-sessie";
    private static final int LONGEST = 100;

    private SessionCookie() {}

    /** The secret that the browser sent. */
    static Optional<String> secret(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(NAME))
                        .map(Cookie::getValue)
                        .filter(value -> value.length() <= LONGEST)
                        .findFirst();
    }

    /** The secret of the forms of a session, which cannot be computed without the cookie and does not lead back to it. */
    static String formToken(String secret) {
        return TokenDigest.of("form:" + secret).hex();
    }

    /** Gives the browser a secret until it closes. */
    static NewCookie of(String secret) {
        return cookie(secret, NewCookie.DEFAULT_MAX_AGE);
    }

    /** Takes the secret away. */
    static NewCookie none() {
        return cookie("", 0);
    }

    private static NewCookie cookie(String value, int maxAge) {
        return new NewCookie.Builder(NAME)
                .value(value)
                .path("/")
                .maxAge(maxAge)
                .secure(true)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
