package nl.schakel.startup.command;

/** Why the service does not start, in one line for the person who started it. */
public final class StartupFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param line what is wrong and what to do, in Dutch */
    public StartupFailure(String line) {
        super(line);
    }

    /** @param line what is wrong and what to do, in Dutch */
    public StartupFailure(String line, Throwable cause) {
        super(line, cause);
    }
}
