package nl.schakel.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** Remembers the language that a visitor chose with the switch, {@code ?taal=en} on any page. */
final class LanguageCookie {
    static final String PARAMETER = "taal";
    private static final String NAME = "__Host-taal";
    private static final int YEAR_IN_SECONDS = 31_536_000;
    private static final Set<String> CHOICES = Set.of("nl", "en");

    private LanguageCookie() {}

    /** The language of the query, otherwise of the cookie, otherwise Dutch. */
    static Language of(HttpServletRequest request) {
        for (Language language : Language.values()) {
            if (chosen(request, language)) {
                return language;
            }
        }
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(NAME)) {
                    return Language.of(cookie.getValue());
                }
            }
        }
        return Language.NL;
    }

    /** The header value that remembers the choice of this request's query; empty string where it makes none. */
    static String header(HttpServletRequest request) {
        for (String code : CHOICES) {
            if (chosen(request, Language.of(code))) {
                return NAME + "=" + code + "; Path=/; Max-Age=" + YEAR_IN_SECONDS + "; Secure; HttpOnly; SameSite=Lax";
            }
        }
        return "";
    }

    /** The path that the visitor asked for, also where the request was forwarded. */
    static String originalPath(HttpServletRequest request) {
        Object forwarded = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        Object original = failed != null ? failed : forwarded;
        return original == null ? request.getRequestURI() : original.toString();
    }

    // reads the query by hand: asking for a parameter would make the container read the body of a form
    private static boolean chosen(HttpServletRequest request, Language language) {
        String query = request.getQueryString();
        String choice = PARAMETER + "=" + language.code();
        return query != null && Set.of(query.split("&", -1)).contains(choice);
    }
}
