package nl.schakel.release;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditRefused;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.audit.Role;

/** A steward or a privacy officer calls a release back: the package is removed and cannot be downloaded any more. */
@Dependent
public class RecallRelease {
    private final Releases releases;
    private final PackageLog log;

    @Inject
    public RecallRelease(Releases releases, PackageLog log) {
        this.releases = releases;
        this.log = log;
    }

    /**
     * The recalled release.
     *
     * @param reason shown to the team; not blank
     * @throws ReleaseRefused.WrongState where it has ended or was recalled already
     */
    @Transactional
    public Release recall(Actor actor, ReleaseId id, String reason) {
        if (!ReleasePolicy.allowsOversight(actor)) {
            throw new AuditRefused.NotAllowed(Role.PRIVACY_OFFICER);
        }
        if (reason.isBlank()) {
            throw new ReleaseRefused.ReasonMissing();
        }
        Instant start = log.now();
        Release release = releases.hold(id);
        Release after = release.to(release.after(ReleaseStep.RECALL));
        releases.close(
                after,
                reason.strip(),
                AuditEntry.by(actor, "release.recall", ProcessingActivity.RECALL)
                        .of(AuditEntry.Kind.RELEASE)
                        .on(release.path()));
        log.processed(after, ProcessingActivity.RECALL, "Vrijgave terugroepen", start);
        return after;
    }
}
