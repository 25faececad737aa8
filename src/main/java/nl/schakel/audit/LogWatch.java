package nl.schakel.audit;

/** Port: looks at how the log stands. */
public interface LogWatch {
    /** The state now, at most two seconds old. */
    LogState state();
}
