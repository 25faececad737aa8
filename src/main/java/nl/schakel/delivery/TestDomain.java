package nl.schakel.delivery;

/** The subject of a test, as far as it could be derived; never guessed. */
public enum TestDomain {
    MATHS("rekenen"),
    READING_COMPREHENSION("begrijpend-lezen"),
    TECHNICAL_READING("technisch-lezen"),
    SPELLING("spelling"),
    VOCABULARY("woordenschat"),
    LANGUAGE_CARE("taalverzorging"),
    LISTENING("begrijpend-luisteren"),
    ENGLISH("engels"),
    UNKNOWN("onbekend");

    private final String dutch;

    TestDomain(String dutch) {
        this.dutch = dutch;
    }

    /** The name in the API, the database and the catalogue; lower case, stable. */
    public String dutch() {
        return dutch;
    }
}
