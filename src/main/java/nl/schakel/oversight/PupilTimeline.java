package nl.schakel.oversight;

import java.util.List;

/**
 * What is known of one pupil: everything that was done with the data, newest first, and no data.
 *
 * @param known whether anything is found under this number
 * @param logCut whether the log says more of the pupil than its newest {@link SubjectEvents#MOST} lines, which are here
 */
public record PupilTimeline(boolean known, List<PupilEvent> events, boolean logCut) {
    /** Nothing is found under the number. */
    public static final PupilTimeline UNKNOWN = new PupilTimeline(false, List.of(), false);

    /** Takes a copy. */
    public PupilTimeline {
        events = List.copyOf(events);
    }
}
