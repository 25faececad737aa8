package nl.schakel.pseudonym;

import java.util.List;

/** Port: holder A's function on blinded elements (RFC 9497, BlindEvaluate). Thread-safe. */
public interface BlindEvaluator {
    /** Elements that were found to be points, with the key there. */
    interface Prepared {
        /** The public key of the function, 66 hexadecimal digits. */
        String publicKey();

        /** The evaluations, in the order of the elements. @throws PseudonymRefused.Suspended where the key went away */
        List<BlindedElement> evaluate();
    }

    /**
     * All that can be refused before anything is evaluated.
     *
     * @throws PseudonymRefused.NotPoints where an element is no point of the curve
     * @throws PseudonymRefused.Suspended where holder A's keys are not available
     */
    Prepared prepare(List<BlindedElement> elements);

    /** The canaries with their outcomes under the key. @throws PseudonymRefused.Suspended as above */
    Canaries canaries();
}
