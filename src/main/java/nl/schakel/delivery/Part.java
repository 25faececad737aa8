package nl.schakel.delivery;

/** What a delivery carries; the parts of one site and school year may come in any order. */
public enum Part {
    /** Pupils with number, birth date and sex: EDEXML, UWLR leerlinggegevens. */
    PUPILS("leerlingen"),
    /** Results of language and maths tests by the pupil key of the administration: UWLR leerresultaten. */
    RESULTS("resultaten"),
    /** Social-emotional results, accepted for pupils with consent only: CSV. */
    SOCIAL_EMOTIONAL("sociaal-emotioneel");

    private final String dutch;

    Part(String dutch) {
        this.dutch = dutch;
    }

    /** The name in the API and in the database; lower case, stable. */
    public String dutch() {
        return dutch;
    }
}
