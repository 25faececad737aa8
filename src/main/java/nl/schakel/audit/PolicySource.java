package nl.schakel.audit;

import java.util.Optional;

/** Port: the policy that this service is configured with. */
public interface PolicySource {
    /**
     * The policy as it is written now; empty where none is configured, and nobody witnesses the log.
     *
     * @throws EvidenceRejected where the file cannot be read or breaks a rule
     */
    Optional<WitnessPolicy> policy();
}
