package nl.schakel.platform.work;

/**
 * A command ended without its result. The message is written for the person at the terminal: a clause without full stop, in
 * Dutch, that quotes nothing of a file's content. Any other exception of a command is a bug, whose message is not shown.
 */
public abstract class CommandFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what is wrong, as a clause without full stop */
    protected CommandFailed(String message) {
        super(message);
    }

    /** The same with the cause, which is not shown. */
    protected CommandFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
