package nl.schakel.study.page;

import java.util.List;
import nl.schakel.study.StudyOverview;
import nl.schakel.study.StudyState;

/**
 * A list of requests.
 *
 * @param mayStart whether the visitor can begin a new one
 */
public record StudyListModel(List<StudyOverview> studies, boolean mayStart) {
    /** The kind of status mark of a state. */
    public static String mark(StudyState state) {
        return switch (state) {
            case APPROVED -> "goed";
            case REFUSED -> "fout";
            case SUBMITTED, RETURNED -> "wacht";
            case DRAFT, WITHDRAWN, ENDED -> "neutraal";
        };
    }
}
