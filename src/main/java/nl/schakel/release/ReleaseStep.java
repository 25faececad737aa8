package nl.schakel.release;

/** What can happen to a release. */
public enum ReleaseStep {
    /** The first of the two persons agrees. */
    APPROVE,
    /** The second of the two agrees. */
    RELEASE,
    DOWNLOAD,
    RECALL,
    END
}
