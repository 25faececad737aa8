package nl.schakel.oversight.rest;

import java.util.List;
import nl.schakel.oversight.PupilEvent;
import nl.schakel.oversight.PupilTimeline;

/**
 * What was done with a pupil's data, newest first.
 *
 * @param ingekort whether older lines of the log are left out
 */
public record TimelineJson(boolean bekend, boolean ingekort, List<Event> gebeurtenissen) {
    /** One event, in codes that the OpenAPI document explains. */
    public record Event(String moment, String soort, String plaats, String inhoud, String status) {
        static Event of(PupilEvent event) {
            return new Event(
                    event.moment().toString(),
                    event.kind(),
                    event.place(),
                    String.join(" ", event.content()),
                    event.state());
        }
    }

    static TimelineJson of(PupilTimeline timeline) {
        return new TimelineJson(
                timeline.known(),
                timeline.logCut(),
                timeline.events().stream().map(Event::of).toList());
    }
}
