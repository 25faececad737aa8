package nl.schakel.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import nl.schakel.platform.database.Zone;

/** A privacy officer reads the log; reading is an act like any other. */
@Dependent
public class ReadLog {
    private final LogReader reader;
    private final AuditTrail trail;

    /** Reads by the one, records by the other. */
    @Inject
    public ReadLog(LogReader reader, AuditTrail trail) {
        this.reader = reader;
        this.trail = trail;
    }

    /** The newest entries that fit, newest first; that of this reading is not among them. */
    @Transactional
    public List<LoggedEntry> read(Actor actor, LogQuery query) {
        actor.require(Role.PRIVACY_OFFICER);
        List<LoggedEntry> entries = reader.read(query);
        trail.append(
                Zone.AUDITOR,
                AuditEntry.by(actor, "log.read", ProcessingActivity.OVERSEE)
                        .on("log")
                        .detail("shown", entries.size())
                        .detail("act", query.act().orElse(""))
                        .detail("kind", query.kind().orElse("")));
        return entries;
    }
}
