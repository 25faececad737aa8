package nl.schakel.pseudonym;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Two fictitious numbers whose evaluation is published. A school blinds them like the rest and puts them at random places
 * among its points: a service that used another key for one school, to recognise its pupils, would give another outcome.
 *
 * @param version of the key {@code oprf}, 1 or more
 * @param publicKey its public key, 66 hexadecimal digits
 * @param outputs y of each of {@link #inputs} with that version, in that order
 */
public record Canaries(int version, String publicKey, List<EvaluatedNumber> outputs) {
    /** How many there are in a batch. */
    public static final int COUNT = 2;

    /** Stands where a number has type 01 or 02, so no canary is ever the encoding of a number. */
    private static final char NO_NUMBER = 0xFF;

    /** @throws IllegalArgumentException where there is not one outcome of the version for each */
    public Canaries {
        outputs = List.copyOf(outputs);
        if (outputs.size() != COUNT || outputs.stream().anyMatch(output -> output.version() != version)) {
            throw new IllegalArgumentException("there are " + COUNT + " canaries of one version");
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
