package nl.schakel.release;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditRefused;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.audit.Role;

/** A steward or a privacy officer calls a release back: the package is removed and cannot be downloaded any more. */
@Dependent
public class RecallRelease {
    private final Releases releases;

    @Inject
    public RecallRelease(Releases releases) {
        this.releases = releases;
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
        Release release = releases.hold(id);
        Release after = release.to(release.after(ReleaseStep.RECALL));
        releases.close(
                after,
                reason.strip(),
                AuditEntry.by(actor, "release.recall", ProcessingActivity.RECALL)
                        .of(AuditEntry.Kind.RELEASE)
                        .on(release.path()));
        return after;
    }
}
