package nl.schakel.release.page;

import java.util.List;
import nl.schakel.release.Release;
import nl.schakel.release.ReleaseState;

/** A list of releases. */
public record ReleaseListModel(List<Release> releases) {
    /** The kind of status mark of a state. */
    public static String mark(ReleaseState state) {
        return switch (state) {
            case BUILT -> "wacht";
            case RELEASED, DOWNLOADED -> "goed";
            case RECALLED -> "fout";
            case ENDED -> "neutraal";
        };
    }
}
