package nl.schakel.release.page;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import nl.schakel.audit.Actor;
import nl.schakel.audit.CurrentActor;
import nl.schakel.release.ReadReleases;
import nl.schakel.release.Release;
import nl.schakel.release.ReleaseState;
import nl.schakel.study.ReviewDesk;

/** Releases in the menus of researchers and of those who release. */
@Dependent
public class ReleaseDesk extends ReviewDesk {
    private final ReadReleases read;

    @Inject
    public ReleaseDesk(ReadReleases read, CurrentActor actor) {
        super(actor, 20, "vrijgaven", List.of("release.bureau.eigen", "release.bureau.vrijgeven"));
        this.read = read;
    }

    @Override
    protected long own(Actor visitor) {
        return read.list(visitor).stream()
                .filter(release -> release.state() == ReleaseState.RELEASED)
                .count();
    }

    @Override
    protected long forReview(Actor visitor) {
        return read.list(visitor).stream()
                .filter(release -> waitsFor(visitor, release))
                .count();
    }

    private static boolean waitsFor(Actor visitor, Release release) {
        return release.state() == ReleaseState.BUILT && !release.isApprovedBy(visitor.staff());
    }
}
