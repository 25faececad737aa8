package nl.schakel.audit;

import java.util.List;

/** Port: what the log says of one pupil, in the running transaction of the auditor's zone. */
public interface SubjectLog {
    /**
     * The newest entries about the pupil, newest first: acts and lines of the processing log, of every epoch whose key is still
     * there. Reads the whole log: minutes on a large one.
     *
     * @param keys all keys under which the pupil was logged
     */
    List<LoggedEntry> about(List<Subject> keys, int most);
}
