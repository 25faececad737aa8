package nl.schakel.release;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.AuditRefused;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.audit.Role;
import nl.schakel.extract.ExtractId;
import nl.schakel.study.ReviewRole;

/**
 * A steward or a privacy officer agrees that an extract leaves; the second of the two releases it. Asked again by the same
 * person it changes nothing and answers the same.
 */
@Dependent
public class ApproveRelease {
    private final Releases releases;
    private final Exit exit;
    private final PackageLog log;

    @Inject
    public ApproveRelease(Releases releases, Exit exit, PackageLog log) {
        this.releases = releases;
        this.exit = exit;
        this.log = log;
    }

    /**
     * The release after this agreement.
     *
     * @param asked the side from which the actor agrees; empty where the actor's role says it
     * @throws ReleaseRefused.OwnExtract for the applicant and the team
     * @throws ReleaseRefused.SideTaken where somebody else agreed from that side
     * @throws ReleaseRefused.BasisLost where a pupil in it lost the basis
     * @throws AuditRefused.LogBehind where the log does not keep up
     */
    @Transactional
    public Release approve(Actor actor, ExtractId extract, Optional<ReviewRole> asked) {
        if (!ReleasePolicy.allowsOversight(actor)) {
            throw new AuditRefused.NotAllowed(Role.STEWARD);
        }
        Instant start = log.now();
        Release release = releases.holdOf(extract);
        if (release.isApprovedBy(actor.staff())) {
            return release;
        }
        ReviewRole side = ReleasePolicy.side(actor, release, asked);
        if (releases.isTeam(release, actor.staff())) {
            throw new ReleaseRefused.OwnExtract();
        }
        exit.requireOpen(release);
        exit.requireKeptLog();
        release.after(ReleaseStep.APPROVE);
        requireFree(release, side);
        exit.requireBasis(release);
        Release after = agreed(actor, release, new Approval(side, actor.staff(), exit.now()));
        if (after.state() == ReleaseState.RELEASED) {
            log.processed(after, ProcessingActivity.RELEASE, "Extract vrijgeven", start);
        }
        return after;
    }

    private static void requireFree(Release release, ReviewRole side) {
        if (release.approvals().stream().anyMatch(approval -> approval.side() == side)) {
            throw new ReleaseRefused.SideTaken();
        }
    }

    private Release agreed(Actor actor, Release release, Approval approval) {
        Release more = release.with(approval);
        boolean both = more.approvals().size() == ReviewRole.values().length;
        Release after = more.to(release.after(both ? ReleaseStep.RELEASE : ReleaseStep.APPROVE));
        releases.approve(
                after,
                approval,
                AuditEntry.by(actor, both ? "release.release" : "release.approve", ProcessingActivity.RELEASE)
                        .of(AuditEntry.Kind.RELEASE)
                        .on(release.path())
                        .detail("side", approval.side().name())
                        .detail("sha256", release.sealed().digest().hex()));
        return after;
    }
}
