package nl.schakel.platform.secret;

/**
 * The process that holds a holder's keys does not answer, or not as it should. It passes: the next use tries again. The
 * message names the socket and the failure and may be logged.
 */
public final class KeysAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param what the socket and what failed, without any value */
    public KeysAway(String what) {
        super(what, null, false, false);
    }
}
