package nl.schakel.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.schakel.audit.StaffId;

/**
 * A loaded set of register files.
 *
 * @param referenceDate the day of which the registers show the state
 * @param generation of the linkage keys under which it was loaded
 */
public record RegisterDelivery(
        RegisterDeliveryId id,
        LocalDate referenceDate,
        Instant loadedAt,
        StaffId loadedBy,
        int generation,
        List<LoadedFile> files) {
    /**
     * One file of it; {@code rows == stored + unknown}.
     *
     * @param unknown rows of persons whom the bridge file does not name
     */
    public record LoadedFile(String name, FileType type, long rows, long unknown) {
        /** Rows stored. */
        public long stored() {
            return rows - unknown;
        }
    }

    /** Copies the list. */
    public RegisterDelivery {
        files = List.copyOf(files);
    }

    /** Rows of all files together. */
    public long rows() {
        return files.stream().mapToLong(LoadedFile::rows).sum();
    }
}
