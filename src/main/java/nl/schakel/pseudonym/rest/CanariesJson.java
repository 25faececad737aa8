package nl.schakel.pseudonym.rest;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import nl.schakel.pseudonym.Canaries;

/** The published canaries as the API shows them. */
public record CanariesJson(String sleutel, List<Canary> kanaries) {
    /**
     * One of them.
     *
     * @param invoer the 17 bytes, hexadecimal
     * @param uitkomst y, Base64url
     */
    public record Canary(String invoer, String uitkomst) {}

    static CanariesJson of(Canaries canaries) {
        return new CanariesJson(
                canaries.publicKey(),
                IntStream.range(0, Canaries.COUNT)
                        .mapToObj(i -> new Canary(
                                HexFormat.of().formatHex(Canaries.inputs().get(i)),
                                canaries.outputs().get(i).text()))
                        .toList());
    }
}
