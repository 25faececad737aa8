package nl.schakel.release.page;

import java.util.Set;
import nl.schakel.release.Release;
import nl.schakel.release.ReleaseState;
import nl.schakel.study.ReviewRole;

/**
 * One release as the visitor may see it.
 *
 * @param open the sides from which the visitor can agree now
 * @param mayRecall whether the visitor watches over releases
 */
public record ReleaseModel(Release release, Set<ReviewRole> open, boolean mayRecall, String done) {
    /** The path of the release below the portal. */
    public String path() {
        return "vrijgaven/" + release.id();
    }

    /** Whether the package can be fetched. */
    public boolean isReady() {
        return release.state() == ReleaseState.RELEASED || release.state() == ReleaseState.DOWNLOADED;
    }

    /** Whether the package is still there. */
    public boolean isLive() {
        return isReady() || release.state() == ReleaseState.BUILT;
    }
}
