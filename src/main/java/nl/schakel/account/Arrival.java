package nl.schakel.account;

import java.util.Optional;

/**
 * How a sign-in at a provider ended when nothing was wrong with it.
 *
 * @param session present exactly where {@code next} is {@link Next#IN}
 */
public record Arrival(Next next, Optional<OpenedSession> session) {
    /** What comes next. */
    public enum Next {
        /** A session has begun. */
        IN,
        /** The account needs a second factor, which was not asked for yet. */
        SECOND_FACTOR,
        /** The identity belongs to no account; whoever has a code may bind it. */
        CODE
    }

    static Arrival in(OpenedSession session) {
        return new Arrival(Next.IN, Optional.of(session));
    }

    static Arrival at(Next next) {
        return new Arrival(next, Optional.empty());
    }
}
