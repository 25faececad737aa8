package nl.schakel.oversight;

import java.util.List;

/**
 * What is known of one pupil: everything that was done with the data, newest first, and no data.
 *
 * @param known whether the service holds or held anything under this number
 */
public record PupilTimeline(boolean known, List<PupilEvent> events) {
    /** Nothing is known under the number. */
    public static final PupilTimeline UNKNOWN = new PupilTimeline(false, List.of());

    /** Takes a copy. */
    public PupilTimeline {
        events = List.copyOf(events);
    }
}
