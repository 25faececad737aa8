package nl.schakel.release.page;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import nl.schakel.audit.Actor;
import nl.schakel.audit.CurrentActor;
import nl.schakel.audit.Role;
import nl.schakel.platform.web.Desk;
import nl.schakel.platform.web.DeskEntry;
import nl.schakel.release.ReadReleases;
import nl.schakel.release.Release;
import nl.schakel.release.ReleaseState;

/** Releases in the menus of researchers and of those who release. */
@Dependent
public class ReleaseDesk implements Desk {
    private static final DeskEntry OWN = new DeskEntry(Role.RESEARCHER.name(), 20, "vrijgaven", "release.bureau.eigen");
    private static final DeskEntry STEWARD =
            new DeskEntry(Role.STEWARD.name(), 20, "vrijgaven", "release.bureau.vrijgeven");
    private static final DeskEntry OFFICER =
            new DeskEntry(Role.PRIVACY_OFFICER.name(), 30, "vrijgaven", "release.bureau.vrijgeven");

    private final ReadReleases read;
    private final CurrentActor actor;

    @Inject
    public ReleaseDesk(ReadReleases read, CurrentActor actor) {
        this.read = read;
        this.actor = actor;
    }

    @Override
    public List<DeskEntry> entries() {
        return List.of(OWN, STEWARD, OFFICER);
    }

    @Override
    public int waiting(DeskEntry entry) {
        Actor visitor = actor.require();
        return (int) read.list(visitor).stream()
                .filter(release -> entry.equals(OWN) ? isReady(release) : waitsFor(visitor, release))
                .count();
    }

    private static boolean isReady(Release release) {
        return release.state() == ReleaseState.RELEASED;
    }

    private static boolean waitsFor(Actor visitor, Release release) {
        return release.state() == ReleaseState.BUILT && !release.isApprovedBy(visitor.staff());
    }
}
