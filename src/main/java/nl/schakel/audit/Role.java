package nl.schakel.audit;

/** What an actor is here for. An account has one or more. */
public enum Role {
    /** Uploads, approves and withdraws deliveries of one school; records objections and consents. */
    SCHOOL,
    /** Requests studies and downloads their extracts. */
    RESEARCHER,
    /** Reviews requests on content and data; one of the two who release. */
    STEWARD,
    /** Reviews requests on privacy, audits consent and access; one of the two who release. */
    PRIVACY_OFFICER,
    /** Loads registers, runs linkage, watches the service. */
    OPERATOR
}
