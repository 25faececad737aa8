package nl.schakel.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Port: the log as its sequencer grows it. Every method works in the running transaction of the log's zone. */
public interface LogTree extends Tiles {
    /** Whether this transaction alone may grow the log until it ends; false where another one does. */
    boolean lock();

    /** How many entries have a number: the number of the next one. */
    long size();

    /**
     * Gives numbers to entries that have none, in the order of their identifiers.
     *
     * @param first the number of the first, which is {@link #size}
     * @param most how many at most
     * @return the hash of each as a leaf (RFC 6962), in the order of their numbers
     */
    List<byte[]> sequence(long first, int most);

    /** Stores a tile, new or with more hashes than before. */
    void put(int level, long index, byte[] hashes);

    /** The largest checkpoint, signed or not. */
    Optional<StoredCheckpoint> newest();

    /** Whether a release or an act with keys is among the entries from this number on: they do not wait for a minute. */
    boolean isUrgent(long from);

    /** Stores a checkpoint that is to be signed. */
    void prepare(Checkpoint checkpoint, Instant t);

    /** Adds the signed note to a stored checkpoint that has none. */
    void signed(long size, String note);
}
