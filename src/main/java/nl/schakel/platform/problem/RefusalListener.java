package nl.schakel.platform.problem;

/**
 * Told of every refusal after its transaction has rolled back, so that the refusal itself is recorded. Implemented by the
 * audit trail, which stands later in the order.
 */
public interface RefusalListener {
    /**
     * Records the refusal in a transaction of its own.
     *
     * @param act the use case that refused, as a stable dotted name ({@code delivery.receive})
     */
    void refused(String act, Refusal refusal);
}
