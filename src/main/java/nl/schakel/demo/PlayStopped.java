package nl.schakel.demo;

import nl.schakel.platform.work.CommandFailed;

/** The play cannot go on: the service, or the tool, answered otherwise than expected. The message is for people. */
public final class PlayStopped extends CommandFailed {
    private static final long serialVersionUID = 1;

    /** Says what was tried and what came back. */
    public PlayStopped(String message) {
        super(message);
    }
}
