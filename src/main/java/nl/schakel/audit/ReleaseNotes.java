package nl.schakel.audit;

import java.util.List;
import java.util.UUID;

/**
 * Port: the signed lists of what was released, which a later feature keeps and whose entries stand in this log. Asked in the
 * running transaction of the auditor's zone.
 */
public interface ReleaseNotes {
    /** A signed list: the variables of a release and the basis of each. */
    record ReleaseNote(UUID release, SignedNote note) {}

    /** The lists of the releases that entries of this extent tell of, in the order of those entries. */
    List<ReleaseNote> of(LogExtent extent);
}
