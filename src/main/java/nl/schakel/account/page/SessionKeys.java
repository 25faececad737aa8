package nl.schakel.account.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import nl.schakel.account.Account;
import nl.schakel.audit.StaffId;

/** What a session holds: whose it is, since when, and the secret of its forms. Nothing else is ever kept there. */
final class SessionKeys {
    static final Duration LONGEST = Duration.ofHours(8);

    private static final String ACCOUNT = "schakel.account";
    private static final String SINCE = "schakel.since";
    private static final String FORM = "schakel.form";
    private static final SecureRandom RANDOM = new SecureRandom();

    private SessionKeys() {}

    /** Begins a session with a new identifier; an older one of this browser ends. */
    static void begin(HttpServletRequest request, Account account, Instant now) {
        end(request);
        HttpSession session = request.getSession(true);
        session.setAttribute(ACCOUNT, account.id().value().toString());
        session.setAttribute(SINCE, now.toString());
        byte[] secret = new byte[32];
        RANDOM.nextBytes(secret);
        session.setAttribute(FORM, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** Ends the session of this browser, if there is one. */
    static void end(HttpServletRequest request) {
        HttpSession old = request.getSession(false);
        if (old != null) {
            old.invalidate();
        }
    }

    /** Whose session this is, unless it has lasted {@link #LONGEST}; the container ends it after 15 idle minutes. */
    static Optional<StaffId> account(HttpServletRequest request, Instant now) {
        return attribute(request, SINCE)
                .map(Instant::parse)
                .filter(since -> now.isBefore(since.plus(LONGEST)))
                .flatMap(since -> attribute(request, ACCOUNT))
                .map(id -> new StaffId(UUID.fromString(id)));
    }

    /** The secret that the forms of this session carry. */
    static Optional<String> formToken(HttpServletRequest request) {
        return attribute(request, FORM);
    }

    private static Optional<String> attribute(HttpServletRequest request, String name) {
        HttpSession session = request.getSession(false);
        return session == null ? Optional.empty() : Optional.ofNullable((String) session.getAttribute(name));
    }
}
