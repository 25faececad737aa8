package nl.schakel.audit;

import java.util.List;

/**
 * Port: the processing log in the order of the log, and how far it was handed over, in the running transaction of the log's zone.
 * Only operations that have their number are in it, so that none can come in before a position that was passed.
 */
public interface ProcessingFeed {
    /** How far lines were acknowledged; the start where nothing was. */
    ExportPosition position();

    /** The next lines from a position, each operation before its lines; those of erased months are left out. */
    List<ExportedLine> from(ExportPosition position, int most);

    /**
     * Moves the position.
     *
     * @throws IllegalStateException where it is no longer at {@code before}: somebody else hands over too
     */
    void acknowledge(ExportPosition before, ExportPosition after, AuditEntry entry);
}
