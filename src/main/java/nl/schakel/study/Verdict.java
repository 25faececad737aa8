package nl.schakel.study;

/** What one reviewer says. */
public enum Verdict {
    APPROVE,
    /** Needs changes; a reason is required. */
    RETURN,
    /** Cannot be done; a reason is required. */
    REFUSE
}
