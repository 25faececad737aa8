package nl.schakel.pseudonym;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Two fictitious numbers whose evaluation is published. A school blinds them like the rest and puts them at random places
 * among its points: a service that used another key for one school, to recognise its pupils, would give another outcome.
 *
 * @param publicKey the public key of the function, 66 hexadecimal digits
 * @param outputs y of each of {@link #inputs}, in that order
 */
public record Canaries(String publicKey, List<EvaluatedNumber> outputs) {
    /** How many there are in a batch. */
    public static final int COUNT = 2;

    /** Stands where a number has type 01 or 02, so no canary is ever the encoding of a number. */
    private static final char NO_NUMBER = 0xFF;

    /** @throws IllegalArgumentException where there is not one outcome for each */
    public Canaries {
        outputs = List.copyOf(outputs);
        if (outputs.size() != COUNT) {
            throw new IllegalArgumentException("there are " + COUNT + " canaries");
        }
    }

    /** The encodings: {@code "NLPGN" || 01 || FF || 09 || "kanarie-1"} and {@code -2}, 17 bytes each. */
    public static List<byte[]> inputs() {
        return List.of(input("kanarie-1"), input("kanarie-2"));
    }

    private static byte[] input(String name) {
        return ("NLPGN\u0001" + NO_NUMBER + "\t" + name).getBytes(StandardCharsets.ISO_8859_1);
    }
}
