package nl.schakel.audit;

import java.time.Instant;

/**
 * How it went with a witness the last time.
 *
 * @param witness its key, as {@code <name>+<number>}
 * @param size the largest size that it signed and that is stored here; 0 for none
 * @param outcome how it went
 * @param since since when it goes so
 * @param t when it was asked last
 */
public record WitnessContact(String witness, long size, Outcome outcome, Instant since, Instant t) {
    /** How it can go. */
    public enum Outcome {
        /** It signed. */
        SIGNED,
        /** It did not answer. */
        AWAY,
        /** It does not want this log, or its signature is not right. */
        REFUSED,
        /** It signed a size that this log does not have: the log was put back. */
        ROLLED_BACK,
        /** It signed another history of this log. */
        CONTRADICTED;

        /** Whether the log, and not the witness, has to explain itself. */
        public boolean accusesLog() {
            return this == ROLLED_BACK || this == CONTRADICTED;
        }
    }

    /** How a key is named here. */
    public static String named(VerificationKey key) {
        return key.name() + "+" + key.id();
    }
}
