package nl.schakel.audit;

/** Lines were not acknowledged. */
public final class CollectorFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean forGood;

    /**
     * A failure.
     *
     * @param message what happened, without data
     * @param forGood whether the same lines would be refused again
     */
    public CollectorFailure(String message, boolean forGood) {
        super(message);
        this.forGood = forGood;
    }

    /** Whether the same lines would be refused again. */
    public boolean forGood() {
        return forGood;
    }
}
