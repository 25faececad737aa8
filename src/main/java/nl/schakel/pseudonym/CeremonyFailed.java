package nl.schakel.pseudonym;

import nl.schakel.platform.work.CommandFailed;

/** A step of key care on the command line ended without its result. Names files, lines and keys, never a key. */
public final class CeremonyFailed extends CommandFailed {
    private static final long serialVersionUID = 1L;

    /** @param message what is wrong, as a clause without full stop */
    public CeremonyFailed(String message) {
        super(message);
    }

    /** The same with the cause, which is not shown. */
    public CeremonyFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
