package nl.schakel.release;

import nl.schakel.platform.work.CommandFailed;

/** A fetched package cannot be trusted or opened. The message is one Dutch clause for the researcher, without data. */
public final class PackageRejected extends CommandFailed {
    private static final long serialVersionUID = 1L;

    /** @param message what is wrong, as a clause without full stop */
    public PackageRejected(String message) {
        super(message);
    }

    /** The same with the cause, which is shown only on request. */
    public PackageRejected(String message, Throwable cause) {
        super(message, cause);
    }
}
