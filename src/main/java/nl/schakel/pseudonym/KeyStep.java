package nl.schakel.pseudonym;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import nl.schakel.audit.StaffId;

/**
 * A step of key care: proposed by one custodian, confirmed or rejected by another.
 *
 * @param keys the keys concerned with the check values that the custodians state, empty where the act states none
 * @param rehearsal whether it is about throw-away keys: it is recorded and changes nothing
 * @param terms what they agree to beside these
 * @param settled who ended it, when and how; empty while it waits
 */
public record KeyStep(
        KeyStepId id,
        Holder holder,
        KeyAct act,
        SortedMap<KeyId, String> keys,
        boolean rehearsal,
        StaffId proposer,
        Instant proposed,
        StepTerms terms,
        Optional<Settled> settled) {
    /** How long the second custodian has. */
    public static final Duration OPEN = Duration.ofHours(24);

    /** How a step ended. */
    public record Settled(StaffId by, Instant at, boolean confirmed) {}

    /** Until when it can be confirmed. */
    public Instant until() {
        return proposed.plus(OPEN);
    }

    /** Whether it waits for a second custodian at this moment. */
    public boolean waits(Instant at) {
        return settled.isEmpty() && at.isBefore(until());
    }

    KeyStep with(StepTerms agreed) {
        return new KeyStep(id, holder, act, keys, rehearsal, proposer, proposed, agreed, settled);
    }

    KeyStep settledBy(StaffId staff, Instant at, boolean confirmed) {
        return new KeyStep(
                id,
                holder,
                act,
                keys,
                rehearsal,
                proposer,
                proposed,
                terms,
                Optional.of(new Settled(staff, at, confirmed)));
    }
}
