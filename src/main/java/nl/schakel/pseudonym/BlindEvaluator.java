package nl.schakel.pseudonym;

import java.util.List;

/** Port: holder A's function on blinded elements (RFC 9497, BlindEvaluate). Thread-safe. */
public interface BlindEvaluator {
    /** Elements that were found to be points, with the keys there. */
    interface Prepared {
        /** The evaluations with each version in use, the newest first. @throws PseudonymRefused.Suspended where the key went away */
        List<Evaluations> evaluate();
    }

    /**
     * All that can be refused before anything is evaluated.
     *
     * @throws PseudonymRefused.NotPoints where an element is no point of the curve
     * @throws PseudonymRefused.Suspended where holder A's keys are not available
     */
    Prepared prepare(List<BlindedElement> elements);

    /** The canaries with their outcomes under each version in use, the newest first. @throws PseudonymRefused.Suspended as above */
    List<Canaries> canaries();
}
