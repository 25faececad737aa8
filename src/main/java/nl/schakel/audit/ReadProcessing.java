package nl.schakel.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import nl.schakel.platform.database.Zone;

/** A privacy officer reads lines of the processing log; reading is an act like any other. */
@Dependent
public class ReadProcessing {
    private final ProcessingReader reader;
    private final AuditTrail trail;

    /** Reads by the one, records by the other. */
    @Inject
    public ReadProcessing(ProcessingReader reader, AuditTrail trail) {
        this.reader = reader;
        this.trail = trail;
    }

    /** The lines that fit. The entry says what was asked, but not about whom. */
    @Transactional
    public ProcessingPage read(Actor actor, ProcessingQuery query) {
        actor.require(Role.PRIVACY_OFFICER);
        ProcessingPage page = reader.read(query);
        trail.append(
                Zone.AUDITOR,
                AuditEntry.by(actor, "processing.read", ProcessingActivity.OVERSEE)
                        .on("log/processing")
                        .detail("shown", page.lines().size())
                        .detail("trace", query.trace().orElse(""))
                        .detail("activity", query.activity().orElse(""))
                        .detail("subject", query.subject().isPresent() ? 1 : 0));
        return page;
    }
}
