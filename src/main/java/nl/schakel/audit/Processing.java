package nl.schakel.audit;

import java.time.Instant;

/**
 * One operation on the data of pupils, in the terms of the standard Logboek Dataverwerkingen. It names no user: whoever is
 * accountable stands in the audit entry with the same trace.
 *
 * @param name for people, in Dutch: {@code Levering ontvangen}
 * @param start when the operation began
 * @param end when it ended, not before {@code start}
 */
public record Processing(ProcessingActivity activity, String name, Status status, Instant start, Instant end) {
    /** How the operation ended. A refused request is {@code UNSET}, not an error. */
    public enum Status {
        UNSET("Unset"),
        OK("Ok"),
        ERROR("Error");

        private final String code;

        Status(String code) {
            this.code = code;
        }

        /** The word of the standard. */
        public String code() {
            return code;
        }
    }

    /** @throws IllegalArgumentException where it ended before it began, or has no name */
    public Processing {
        if (end.isBefore(start) || name.isBlank()) {
            throw new IllegalArgumentException("a processing has a name, and ends after its start");
        }
    }

    /** An operation that ended well. */
    public static Processing ok(ProcessingActivity activity, String name, Instant start, Instant end) {
        return new Processing(activity, name, Status.OK, start, end);
    }
}
