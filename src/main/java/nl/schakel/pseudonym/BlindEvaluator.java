package nl.schakel.pseudonym;

import java.util.List;

/** Port: holder A's function on blinded elements (RFC 9497, BlindEvaluate). Thread-safe. */
public interface BlindEvaluator {
    /**
     * The evaluations, in the order of the elements.
     *
     * @throws PseudonymRefused.NotPoints where an element is no point of the curve; then none is evaluated
     * @throws PseudonymRefused.Suspended where holder A's keys are not available
     */
    List<BlindedElement> evaluate(List<BlindedElement> elements);

    /** The canaries with their outcomes under the key. @throws PseudonymRefused.Suspended as above */
    Canaries canaries();

    /** The public key of the function, 66 hexadecimal digits. */
    String publicKey();
}
