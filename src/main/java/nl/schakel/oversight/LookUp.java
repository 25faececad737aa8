package nl.schakel.oversight;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.schakel.audit.StaffId;

/**
 * A request to look up one pupil. Whom it is about is known to the officer only, never to the service before the one use and
 * not after it.
 *
 * @param approvedBy another officer than who asked
 * @param used when the answer was given, also where it was that the number is not known
 */
public record LookUp(
        LookUpId id,
        Ground ground,
        LookUpReason reason,
        StaffId askedBy,
        Instant asked,
        Optional<StaffId> approvedBy,
        Optional<Instant> approved,
        Optional<Instant> used) {
    /** How long a request waits for its approval. */
    public static final Duration WAITING = Duration.ofDays(7);

    /** How long after its approval it can be used. */
    public static final Duration OPEN = Duration.ofMinutes(30);

    /** Where a request stands. */
    public enum State {
        WAITING("wacht"),
        APPROVED("goedgekeurd"),
        USED("gebruikt"),
        EXPIRED("verlopen");

        private final String dutch;

        State(String dutch) {
            this.dutch = dutch;
        }

        /** The word of the API. */
        public String dutch() {
            return dutch;
        }
    }

    /** Where the request stands at a moment. */
    public State state(Instant now) {
        if (used.isPresent()) {
            return State.USED;
        }
        if (now.isAfter(end())) {
            return State.EXPIRED;
        }
        return approved.isPresent() ? State.APPROVED : State.WAITING;
    }

    /** The last moment at which the request can be approved or, once approved, used. */
    public Instant end() {
        return approved.map(moment -> moment.plus(OPEN)).orElse(asked.plus(WAITING));
    }
}
