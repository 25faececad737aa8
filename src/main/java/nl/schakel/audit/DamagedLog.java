package nl.schakel.audit;

/** The stored log is not what was signed before: entries or hashes were changed or lost. Nothing is signed on top of it. */
public final class DamagedLog extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Names nothing: where the damage is, the verifier tells. */
    public DamagedLog() {
        super("the tree does not continue the last checkpoint");
    }
}
