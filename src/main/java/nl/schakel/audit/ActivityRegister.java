package nl.schakel.audit;

import java.util.Map;

/** Port: the register of processing activities, in the running transaction of the zone that a method names. */
public interface ActivityRegister {
    /** Everything that it says, in the auditor's zone. */
    ProcessingRegister read();

    /** The same in the log's zone, held against other writers until the transaction ends. */
    ProcessingRegister hold();

    /** Adds a version of what holds for all activities, in the log's zone. */
    void addHead(RegisterText<HeadField> head);

    /** Adds a version of an activity, in the log's zone. */
    void add(ProcessingActivity activity, RegisterText<ActivityField> text);

    /** From now on what is logged names these versions ({@link ActivitiesInForce}). */
    void putInForce(Map<ProcessingActivity, Integer> versions);
}
