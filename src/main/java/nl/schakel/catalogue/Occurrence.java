package nl.schakel.catalogue;

/** How often a pupil has a value. */
public enum Occurrence {
    /** One value per pupil over the whole period of the study: one column. */
    ONCE("leerling"),
    /** One value per pupil and school year: a column for each school year, named with the year in which it starts. */
    YEARLY("schooljaar");

    private final String dutch;

    Occurrence(String dutch) {
        this.dutch = dutch;
    }

    /** The word in the catalogue file, the API and on pages. */
    public String dutch() {
        return dutch;
    }
}
