package nl.schakel.study;

/** What can happen to a request. */
public enum StudyStep {
    SAVE,
    SUBMIT,
    /** The first of the two reviews comes in; nothing is decided or shown yet. */
    REVIEW,
    APPROVE,
    RETURN,
    REFUSE,
    WITHDRAW,
    END
}
