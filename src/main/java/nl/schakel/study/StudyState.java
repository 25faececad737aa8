package nl.schakel.study;

/** Where a request stands. */
public enum StudyState {
    /** Being written; nobody but the applicant's team sees it. */
    DRAFT,
    /** Handed in; waits for one review by a steward and one by a privacy officer. */
    SUBMITTED,
    /** Sent back with reasons; the applicant may change it and hand it in again. */
    RETURNED,
    /** Approved by both; extracts may be built until the end date. */
    APPROVED,
    /** Refused by at least one of the two, with reasons. Final. */
    REFUSED,
    /** Taken back by the applicant before a decision. Final. */
    WITHDRAWN,
    /** Past its end date or closed by the applicant. Final. */
    ENDED
}
