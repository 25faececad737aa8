package nl.schakel.audit;

/**
 * The part of the log that is handed over.
 *
 * @param from how many entries are left out, because who asks has verified a checkpoint of that size
 * @param until the signed checkpoint in which it ends
 * @param lines whether the subjects of operations go along
 */
public record LogExtent(long from, StoredCheckpoint until, boolean lines) {
    /** How many entries it has. */
    public long entries() {
        return to() - from;
    }

    /** The number after that of its last entry. */
    public long to() {
        return until.checkpoint().size();
    }
}
