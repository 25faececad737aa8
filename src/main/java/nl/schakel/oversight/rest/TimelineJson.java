package nl.schakel.oversight.rest;

import java.util.List;
import nl.schakel.oversight.PupilEvent;
import nl.schakel.oversight.PupilTimeline;

/** What was done with a pupil's data, newest first. */
public record TimelineJson(boolean bekend, List<Event> gebeurtenissen) {
    /** One event. */
    public record Event(String moment, String soort, String plaats, String inhoud, String status) {
        static Event of(PupilEvent event) {
            return new Event(event.moment().toString(), event.kind(), event.place(), event.content(), event.state());
        }
    }

    static TimelineJson of(PupilTimeline timeline) {
        return new TimelineJson(
                timeline.known(), timeline.events().stream().map(Event::of).toList());
    }
}
