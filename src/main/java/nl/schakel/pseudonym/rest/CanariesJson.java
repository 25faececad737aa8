package nl.schakel.pseudonym.rest;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import nl.schakel.pseudonym.Canaries;
import org.jspecify.annotations.Nullable;

/**
 * The published canaries as the API shows them.
 *
 * @param versie of the key
 * @param sleutel the public key
 * @param vorige the same with the earlier key, while a change to another is open; not written where there is none
 */
public record CanariesJson(int versie, String sleutel, List<Canary> kanaries, @Nullable CanariesJson vorige) {
    /**
     * One of them.
     *
     * @param invoer the 17 bytes, hexadecimal
     * @param uitkomst y as it stands in a file
     */
    public record Canary(String invoer, String uitkomst) {}

    /** One or two, the newest first. */
    static CanariesJson of(List<Canaries> versions) {
        @Nullable CanariesJson earlier = versions.size() == 1 ? null : of(versions.subList(1, versions.size()));
        Canaries newest = versions.get(0);
        return new CanariesJson(newest.version(), newest.publicKey(), shown(newest), earlier);
    }

    private static List<Canary> shown(Canaries canaries) {
        return IntStream.range(0, Canaries.COUNT)
                .mapToObj(i -> new Canary(
                        HexFormat.of().formatHex(Canaries.inputs().get(i)),
                        canaries.outputs().get(i).text()))
                .toList();
    }
}
