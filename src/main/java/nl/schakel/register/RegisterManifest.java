package nl.schakel.register;

import java.time.LocalDate;
import java.util.List;

/**
 * What a register delivery says it consists of.
 *
 * @param referenceDate the day of which the registers show the state
 * @param files in the order in which they follow; at least one
 */
public record RegisterManifest(LocalDate referenceDate, List<Listed> files) {
    /**
     * One file.
     *
     * @param sha256 digest of its bytes, 32 bytes
     */
    public record Listed(String name, FileType type, long rows, Digest sha256) {}

    /** Copies the list. */
    public RegisterManifest {
        files = List.copyOf(files);
    }
}
