package nl.schakel.audit;

/** Port: looks at how far the log is witnessed. */
public interface WitnessWatch {
    /** The state now, at most two seconds old. @throws EvidenceRejected where the policy cannot be read */
    WitnessState state();
}
