package nl.schakel.audit;

/** Port: which version of a processing activity is in force, as the identifier under which it is logged. */
@FunctionalInterface
public interface ActivitiesInForce {
    /**
     * The identifier of the activity in its version in force. Thread-safe.
     *
     * @throws IllegalStateException before the register was written at the start of the service
     */
    String uri(ProcessingActivity activity);
}
