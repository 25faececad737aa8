package nl.schakel.study;

import nl.schakel.audit.Role;

/** The two sides from which a request is judged; each side judges once in a round. */
public enum ReviewRole {
    /** On content and data: are these the right variables, is the question answerable. */
    STEWARD(Role.STEWARD),
    /** On privacy: purpose, minimization, retention. */
    PRIVACY_OFFICER(Role.PRIVACY_OFFICER);

    private final Role role;

    ReviewRole(Role role) {
        this.role = role;
    }

    /** The role that an account needs for it. */
    public Role role() {
        return role;
    }
}
