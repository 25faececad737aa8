package nl.schakel.audit;

import java.util.List;

/** Port: reads the log, in the running transaction of the auditor's zone. */
public interface LogReader {
    /** The newest entries that fit, newest first, {@link LogQuery#PAGE} at most, with what is left of their details. */
    List<LoggedEntry> read(LogQuery query);
}
