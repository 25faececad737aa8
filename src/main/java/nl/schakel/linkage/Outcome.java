package nl.schakel.linkage;

/** What a run found out about a delivered person. */
public enum Outcome {
    /** The registers know the person, and nothing contradicts it. */
    LINKED("gekoppeld"),
    /** Several registered persons fit; none is chosen. */
    AMBIGUOUS("dubbelzinnig"),
    /** The registers do not know the person, or the school sent no number. */
    UNLINKED("niet-gekoppeld"),
    /** The registers know the number, but sex or date of birth differ: perhaps a sibling's number. */
    CONFLICT("tegenspraak");

    private final String dutch;

    Outcome(String dutch) {
        this.dutch = dutch;
    }

    /** The name in the API; stable. */
    public String dutch() {
        return dutch;
    }
}
