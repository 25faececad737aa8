package nl.schakel.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import nl.schakel.platform.database.Zone;

/** A privacy officer takes a copy of the log along, to verify it elsewhere. */
@Dependent
public class ExportLog {
    private final LogCopy copy;
    private final AuditTrail trail;

    /** Copies the one, records in the other. */
    @Inject
    public ExportLog(LogCopy copy, AuditTrail trail) {
        this.copy = copy;
        this.trail = trail;
    }

    /**
     * What will be handed over, recorded before it is.
     *
     * @param from how many entries to leave out
     * @throws AuditRefused.NotSealed where no checkpoint is signed yet
     * @throws AuditRefused.WrongFilter where the newest signed checkpoint has fewer entries than {@code from}
     */
    @Transactional
    public LogExtent begin(Actor actor, long from, boolean lines) {
        actor.require(Role.PRIVACY_OFFICER);
        StoredCheckpoint until = copy.signed().orElseThrow(AuditRefused.NotSealed::new);
        if (from < 0 || from > until.checkpoint().size()) {
            throw new AuditRefused.WrongFilter(List.of("vanaf"));
        }
        LogExtent extent = new LogExtent(from, until, lines);
        trail.append(
                Zone.AUDITOR,
                AuditEntry.by(actor, "log.export", ProcessingActivity.OVERSEE)
                        .on("log")
                        .detail("from", from)
                        .detail("entries", extent.entries()));
        return extent;
    }
}
