package nl.schakel.extract;

import java.time.Instant;
import java.util.List;
import nl.schakel.pseudonym.PersonKey;

/** Port: who is in which extract, for the check at every exit and for recall. Zone cold, in the caller's transaction. */
public interface ExtractMembers {
    /** Everybody in the extract, in no particular order. */
    List<PersonKey> of(ExtractId id);

    /** The extracts that hold the person, the newest first. */
    List<ExtractId> holding(PersonKey person);

    /**
     * How many persons in the extract have lost their basis at that instant: an objection stands, or the extract uses
     * consent of the person and there is none. Takes the shared lock on exits first, so that no withdrawal passes by until
     * the transaction ends; what was recorded between that instant and the lock counts too.
     */
    long withoutBasis(ExtractId id, Instant at);
}
