package nl.schakel.catalogue;

/** On what ground a pupil's value may be in an extract. */
public enum LegalBasis {
    /** Used unless a parent, or the pupil from 16, objects. */
    OBJECTION("bezwaar"),
    /** Used only while consent is given, evaluated again at every exit. */
    CONSENT("toestemming");

    private final String dutch;

    LegalBasis(String dutch) {
        this.dutch = dutch;
    }

    /** The word in the catalogue file, the API and on pages. */
    public String dutch() {
        return dutch;
    }
}
