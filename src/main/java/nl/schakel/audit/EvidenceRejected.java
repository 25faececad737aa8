package nl.schakel.audit;

import nl.schakel.platform.work.CommandFailed;

/**
 * What should prove something about the log (a note, key, checkpoint, policy or proof) has another form or does not prove it.
 * The message is one Dutch clause that names what is wrong and where, and quotes nothing.
 */
public final class EvidenceRejected extends CommandFailed {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /** @param reason what is wrong, as a clause without full stop */
    public EvidenceRejected(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** What is wrong, as a clause without full stop. */
    public String reason() {
        return reason;
    }
}
