package nl.schakel.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Port: what witnesses signed, and how it went with them. Every method works in the running transaction of the log's zone. */
public interface Cosignatures {
    /** The largest checkpoint that is signed by the log. */
    Optional<StoredCheckpoint> newestSigned();

    /** The lines of witnesses under the checkpoint of this size, in the order in which they came. */
    List<NoteSignature> lines(long size);

    /** Stores a line that was checked; a second one of the same key for the same size is passed over. */
    void add(long size, VerificationKey witness, CheckedLine line);

    /**
     * A line of a witness that was checked.
     *
     * @param time when it was made, as the witness says
     */
    record CheckedLine(NoteSignature line, Instant time) {}

    /** How it went with this witness the last time. */
    Optional<WitnessContact> contact(VerificationKey witness);

    /** Remembers how it went with a witness. */
    void remember(WitnessContact contact);
}
