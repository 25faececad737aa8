package nl.schakel.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * An entry as it enters the log, with the erasable part beside it.
 *
 * @param kind the three letters of the kind
 * @param text RFC 8785 canonical JSON, at most 64 KiB in UTF-8: the bytes that become a leaf of the tree
 * @param priv what {@code priv} of the text commits to; empty where the entry has no details
 */
public record LoggedEntry(EntryId id, Instant t, String kind, String text, Optional<PrivatePart> priv) {

    /**
     * The erasable part of an entry. Once it is gone, the commitment in the log shows nothing of it.
     *
     * @param salt 32 random bytes, as 64 lower-case hexadecimal digits
     * @param text canonical JSON of the details
     */
    public record PrivatePart(String salt, String text) {
        @Override
        public String toString() {
            return "PrivatePart[hidden]";
        }
    }
}
