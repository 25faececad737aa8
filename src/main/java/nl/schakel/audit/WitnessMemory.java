package nl.schakel.audit;

import java.util.Optional;

/** Port: what a witness remembers, one checkpoint of each log. Used by one thread at a time. */
public interface WitnessMemory {
    /**
     * The checkpoint of this log that was remembered last; empty where there never was one.
     *
     * @throws EvidenceRejected where what is kept is damaged: a witness that forgot must not go on
     */
    Optional<Checkpoint> last(String origin);

    /** Remembers a checkpoint in the place of the one before; returns when it would survive a loss of power. */
    void remember(Note checkpoint);

    /** Keeps a checkpoint that its log signed with another root for the remembered size, as evidence against it; the first is kept. */
    void keepContradiction(Note checkpoint);
}
