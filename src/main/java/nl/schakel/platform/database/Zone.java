package nl.schakel.platform.database;

/**
 * A part of the database with its own role and connection pool. No transaction spans two zones: the pools are not
 * XA-capable, so the transaction manager itself refuses a second one.
 */
public enum Zone {
    /** What a request of a school or its supplier may do. */
    SCHOOL("schakel_school"),
    /** Registers, linkage, rotation, background work. */
    LINK("schakel_link"),
    /** Studies, extracts, releases, monitor, reports: pseudonymous content, never a token. */
    COLD("schakel_cold"),
    /** Accounts, sessions, tokens. */
    ACCOUNT("schakel_account"),
    /** The sequencer of the audit log. */
    LOG("schakel_log"),
    /** Reads the audit log. */
    AUDITOR("schakel_auditor");

    private final String role;

    Zone(String role) {
        this.role = role;
    }

    /** The PostgreSQL role of this zone. */
    public String role() {
        return role;
    }
}
