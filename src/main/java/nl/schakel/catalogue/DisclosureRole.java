package nl.schakel.catalogue;

/** What a variable tells somebody who tries to find out who a pupil is. No variable identifies directly: none is stored. */
public enum DisclosureRole {
    /** Known to people around the pupil, so that a combination of them can point at one person. */
    QUASI("quasi-identificerend"),
    /** Not known to others, and harmful if learnt: needs at least l different values among pupils who look alike. */
    SENSITIVE("gevoelig"),
    /** Neither known to others nor harmful by itself. */
    PLAIN("gewoon");

    private final String dutch;

    DisclosureRole(String dutch) {
        this.dutch = dutch;
    }

    /** The word in the catalogue file, the API and on pages. */
    public String dutch() {
        return dutch;
    }
}
