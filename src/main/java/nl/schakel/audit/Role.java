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
    OPERATOR,
    /** One of the people who keep holder A's keys; makes and confirms steps of key care. */
    CUSTODIAN_A,
    /** One of the people who keep holder B's keys. */
    CUSTODIAN_B,
    /** One of the people who keep the log holder's keys. */
    CUSTODIAN_LOG;

    /** Whether the role keeps keys. Such a role stands alone on an account. */
    public boolean keepsKeys() {
        return this == CUSTODIAN_A || this == CUSTODIAN_B || this == CUSTODIAN_LOG;
    }
}
