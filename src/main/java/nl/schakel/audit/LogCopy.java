package nl.schakel.audit;

import java.util.Optional;
import java.util.function.Consumer;
import nl.schakel.audit.LoggedEntry.PrivatePart;

/** Port: the numbered log as it is handed over, read in constant memory in the running transaction of the auditor's zone. */
public interface LogCopy {
    /** How many subjects stand in one line of a bundle at most. */
    int BLOCK = 1000;

    /** Takes what belongs to entries, in their order. */
    interface Attachments {
        /** The private part of an entry that still has one. */
        void detail(EntryId entry, PrivatePart part);

        /** Subjects of an operation, 32 bytes each, from number {@code first} on; at most {@link #BLOCK}. */
        void subjects(EntryId operation, long first, byte[] subjects);
    }

    /** The stored hashes of the tree. */
    Tiles tiles();

    /** The newest signed checkpoint. */
    Optional<StoredCheckpoint> signed();

    /** Hands over the texts of the entries. */
    void entries(LogExtent extent, Consumer<String> taker);

    /** How many times {@link #attachments} will call its taker. */
    long attachmentCount(LogExtent extent);

    /** Hands over every private part, then the subjects of every operation where the extent asks for them. */
    void attachments(LogExtent extent, Attachments taker);
}
