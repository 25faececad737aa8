package nl.schakel.demo;

/** Port: told how far a long job is. */
public interface Progress {
    /**
     * The task has come this far.
     *
     * @param done of {@code total} units, not decreasing within one task
     */
    void at(String task, long done, long total);

    /** The task has ended, well or not. */
    void ended(String task, String outcome);
}
