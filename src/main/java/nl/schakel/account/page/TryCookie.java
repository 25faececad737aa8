package nl.schakel.account.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.schakel.account.BindIdentity;
import nl.schakel.account.ProviderName;
import nl.schakel.account.SignInTry;

/**
 * The cookie of a sign-in at a provider that is under way: the try, and where it is to lead. The browser must send it when
 * the provider sends it back, so it is {@code SameSite=Lax} and lives for minutes; the cookie of the session, which it never
 * touches, stays {@code Strict} (decision 0074).
 */
record TryCookie(SignInTry begun, String destination) {
    static final String NAME = "__Host-aanmelding";
    private static final Duration LIFE = BindIdentity.WAIT;
    private static final int LONGEST = 700;
    private static final Pattern FORM =
            Pattern.compile("([a-z][a-z0-9-]{1,19})\\.([sz])\\.([A-Za-z0-9_-]{43})\\.([A-Za-z0-9_-]*)");

    /** The try that the browser sent; empty where it sent none. */
    static Optional<TryCookie> of(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(NAME))
                        .map(Cookie::getValue)
                        .filter(value -> value.length() <= LONGEST)
                        .findFirst()
                        .flatMap(TryCookie::parse);
    }

    static Optional<TryCookie> parse(String value) {
        Matcher parts = FORM.matcher(value);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            byte[] path = Base64.getUrlDecoder().decode(parts.group(4));
            String destination = Destination.of(new String(path, StandardCharsets.UTF_8));
            return SignInTry.of(new ProviderName(parts.group(1)), parts.group(2).equals("s"), parts.group(3))
                    .map(begun -> new TryCookie(begun, destination));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String value() {
        String path =
                Base64.getUrlEncoder().withoutPadding().encodeToString(destination.getBytes(StandardCharsets.UTF_8));
        return begun.provider() + "." + (begun.strong() ? "s" : "z") + "." + begun.secret() + "." + path;
    }

    /** Gives the browser the try for ten minutes. */
    NewCookie given() {
        return cookie(value(), (int) LIFE.toSeconds());
    }

    /** Takes it away. */
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
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }

    @Override
    public String toString() {
        return "TryCookie[hidden]";
    }
}
