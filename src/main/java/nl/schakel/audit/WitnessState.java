package nl.schakel.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.schakel.audit.WitnessContact.Outcome;

/**
 * How far the log is witnessed.
 *
 * @param asked whether the policy needs witnesses at all; without, nobody confirms the log
 * @param witnessedSize the largest size that a quorum signed, 0 for none
 * @param lackingSince since when there is a checkpoint that no quorum signed; empty where the newest has its quorum
 * @param contacts how it went with each witness of the policy, the last time
 */
public record WitnessState(
        boolean asked, long witnessedSize, Optional<Instant> lackingSince, List<WitnessContact> contacts) {
    /** How long a checkpoint may be without quorum before it is told: it is asked for at once, and again after a rest. */
    public static final Duration PATIENCE = Duration.ofMinutes(3);

    /**
     * A checkpoint with who signed it.
     *
     * @param witnesses names of keys, as in {@link WitnessContact}
     */
    public record SignedSize(long size, Instant t, Set<String> witnesses) {}

    /** Copies the list. */
    public WitnessState {
        contacts = List.copyOf(contacts);
    }

    /** Nobody is asked. */
    public static WitnessState unasked() {
        return new WitnessState(false, 0, Optional.empty(), List.of());
    }

    /**
     * The state under a policy.
     *
     * @param sizes the newest checkpoints that the log signed, the newest first
     */
    public static WitnessState of(WitnessPolicy policy, List<SignedSize> sizes, List<WitnessContact> contacts) {
        if (policy.needsNobody()) {
            return unasked();
        }
        Set<String> known = policy.witnesses().stream()
                .map(witness -> WitnessContact.named(witness.key()))
                .collect(Collectors.toSet());
        List<WitnessContact> own = contacts.stream()
                .filter(contact -> known.contains(contact.witness()))
                .toList();
        Optional<Instant> lacking = Optional.empty();
        for (SignedSize each : sizes) {
            if (policy.quorum().reachedBy(keys(policy, each.witnesses()))) {
                return new WitnessState(true, each.size(), lacking, own);
            }
            lacking = Optional.of(each.t());
        }
        return new WitnessState(true, 0, lacking, own);
    }

    private static Set<VerificationKey> keys(WitnessPolicy policy, Set<String> names) {
        return policy.witnesses().stream()
                .map(WitnessPolicy.Witness::key)
                .filter(key -> names.contains(WitnessContact.named(key)))
                .collect(Collectors.toSet());
    }

    /** Whether a quorum outside the service confirms what the log says now. */
    public boolean isWitnessed(Instant now) {
        boolean late =
                lackingSince.filter(since -> since.plus(PATIENCE).isBefore(now)).isPresent();
        return asked && witnessedSize > 0 && !late && !isContradicted();
    }

    /** Whether a witness has signed something that this log does not hold: it was put back or rewritten. */
    public boolean isContradicted() {
        return contacts.stream().map(WitnessContact::outcome).anyMatch(Outcome::accusesLog);
    }
}
