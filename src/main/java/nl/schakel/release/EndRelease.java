package nl.schakel.release;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.audit.Role;

/** The applicant has no more need of a package: it is removed from the store. */
@Dependent
public class EndRelease {
    private final Releases releases;
    private final PackageLog log;

    @Inject
    public EndRelease(Releases releases, PackageLog log) {
        this.releases = releases;
        this.log = log;
    }

    /**
     * The ended release.
     *
     * @throws ReleaseRefused.Unknown for anybody but the applicant
     * @throws ReleaseRefused.WrongState where it has ended or was recalled already
     */
    @Transactional
    public Release end(Actor actor, ReleaseId id) {
        actor.require(Role.RESEARCHER);
        Instant start = log.now();
        Release release = releases.hold(id);
        if (!release.applicant().equals(actor.staff())) {
            throw new ReleaseRefused.Unknown();
        }
        Release after = release.to(release.after(ReleaseStep.END));
        releases.close(
                after,
                "",
                AuditEntry.by(actor, "release.end", ProcessingActivity.RELEASE)
                        .of(AuditEntry.Kind.RELEASE)
                        .on(release.path()));
        log.processed(after, ProcessingActivity.RELEASE, "Vrijgave beëindigen", start);
        return after;
    }
}
