package nl.schakel.pseudonym;

import java.util.List;

/**
 * Blinded elements evaluated with one version of the key {@code oprf}.
 *
 * @param version of the key, 1 or more
 * @param publicKey its public key, 66 hexadecimal digits
 * @param points in the order of the elements
 */
public record Evaluations(int version, String publicKey, List<BlindedElement> points) {
    /** Takes a copy of the list. */
    public Evaluations {
        points = List.copyOf(points);
    }
}
