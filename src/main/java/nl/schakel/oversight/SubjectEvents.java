package nl.schakel.oversight;

import java.util.List;
import nl.schakel.audit.Actor;
import nl.schakel.audit.Subject;

/** Port: what the log says of a pupil, in words. */
public interface SubjectEvents {
    /** These events with those of the log, newest first. Works in a transaction of its own. */
    List<PupilEvent> with(Actor actor, List<Subject> keys, List<PupilEvent> events);
}
