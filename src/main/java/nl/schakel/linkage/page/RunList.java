package nl.schakel.linkage.page;

import java.util.List;
import java.util.Set;
import nl.schakel.linkage.Run;

/**
 * What the list shows.
 *
 * @param refused why the last attempt did nothing; empty where it was not refused
 */
public record RunList(List<Run> runs, String refused) {
    private static final Set<String> KNOWN = Set.of("geen-registers-geladen", "geen-goedgekeurde-leveringen");

    /** Only known reasons become part of the page. */
    public RunList {
        refused = KNOWN.contains(refused) ? refused : "";
    }
}
