package nl.schakel.release;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.time.Instant;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.audit.Role;

/** A team member fetches the encrypted package; everything is asked again each time. */
@Dependent
public class DownloadRelease {
    private final Releases releases;
    private final Packages packages;
    private final Exit exit;
    private final PackageLog log;

    @Inject
    public DownloadRelease(Releases releases, Packages packages, Exit exit, PackageLog log) {
        this.releases = releases;
        this.packages = packages;
        this.exit = exit;
        this.log = log;
    }

    /**
     * A download that was allowed and recorded.
     *
     * @param content the encrypted package, to be closed by the reader
     */
    public record Download(Release release, InputStream content) {}

    /**
     * Opens the package.
     *
     * @throws ReleaseRefused.Unknown for anybody but the team
     * @throws ReleaseRefused.WrongState unless it was released
     * @throws ReleaseRefused.Expired after the end date
     * @throws ReleaseRefused.BasisLost where a pupil in it lost the basis
     * @throws nl.schakel.audit.AuditRefused.NotSealed until both agreements stand in a signed checkpoint
     */
    @Transactional
    public Download open(Actor actor, ReleaseId id) {
        actor.require(Role.RESEARCHER);
        Instant start = log.now();
        Release release = releases.hold(id);
        if (!releases.isTeam(release, actor.staff())) {
            throw new ReleaseRefused.Unknown();
        }
        exit.requireOpen(release);
        Release after = release.to(release.after(ReleaseStep.DOWNLOAD));
        exit.requireBasis(release);
        exit.requireSealed(release);
        releases.download(
                after,
                actor.staff(),
                AuditEntry.by(actor, "release.download", ProcessingActivity.RELEASE)
                        .of(AuditEntry.Kind.RELEASE)
                        .on(release.path())
                        .detail("sha256", release.sealed().digest().hex()));
        log.processed(after, ProcessingActivity.RELEASE, "Extract ophalen", start);
        return new Download(after, packages.reading(id));
    }
}
