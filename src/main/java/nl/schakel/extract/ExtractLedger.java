package nl.schakel.extract;

import java.util.List;
import java.util.Optional;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.Processing;
import nl.schakel.pseudonym.PersonKey;

/** Port: writes what was built. Runs in the caller's transaction. */
public interface ExtractLedger {
    /** Waits while another transaction builds this extract, and gives it where it was built before. */
    Optional<BuiltExtract> hold(ExtractId id);

    /**
     * Records the extract; members who are not in it after all are forgotten. Writes the audit entry, and a line of the
     * processing log for everybody whose data were read.
     */
    void record(BuiltExtract extract, Members members, AuditEntry entry, Processing processing);

    /**
     * Everybody whose data were read for an extract.
     *
     * @param read everybody who was selected
     * @param leftOut those of them whose rows are not in the extract
     */
    record Members(List<PersonKey> read, List<PersonKey> leftOut) {
        /** Takes copies. */
        public Members {
            read = List.copyOf(read);
            leftOut = List.copyOf(leftOut);
        }
    }
}
