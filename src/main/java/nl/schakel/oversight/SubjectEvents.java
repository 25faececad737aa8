package nl.schakel.oversight;

import java.util.List;
import nl.schakel.audit.Actor;
import nl.schakel.audit.Subject;

/** Port: what the log says of a pupil. */
public interface SubjectEvents {
    /** How many lines of the log are answered at most, the newest. */
    int MOST = 1_000;

    /** The timeline of these events with those of the log, newest first. Works in a transaction of its own. */
    PupilTimeline with(Actor actor, List<Subject> keys, List<PupilEvent> events);
}
