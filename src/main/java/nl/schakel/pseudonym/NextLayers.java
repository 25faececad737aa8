package nl.schakel.pseudonym;

/** Port: the layers that holder B's newer keys put over stored values. Thread-safe. */
public interface NextLayers {
    /**
     * The layer of one generation, from holder B's store as it is now.
     *
     * @param generation 2 or more
     * @throws PseudonymRefused.NotRotated where the store has no key for it, or has the same key twice
     * @throws PseudonymRefused.Suspended where holder B's keys are not available, or are not the ones known
     */
    Layer layer(int generation);

    /** One layer, computed in two ways that share no code but the hash function's definition. Thread-safe. */
    interface Layer {
        /** The value of this generation that lies over one of the generation before. Both have 32 bytes. */
        byte[] over(byte[] value);

        /** The same by the second implementation, for comparison. */
        byte[] again(byte[] value);
    }
}
