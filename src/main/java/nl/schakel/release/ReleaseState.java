package nl.schakel.release;

/** Where a release stands. */
public enum ReleaseState {
    /** Packed and encrypted; waits for two persons. */
    BUILT,
    /** Both have released it; the team may download. */
    RELEASED,
    /** Downloaded at least once. */
    DOWNLOADED,
    /** Called back with a reason; the package is gone. Final. */
    RECALLED,
    /** Past its end date or no longer needed; the package is gone. Final. */
    ENDED
}
