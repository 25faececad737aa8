package nl.schakel.audit;

/** What the register says of a processing activity (article 30 GDPR, paragraph 1, points b, c, d and f), in this order. */
public enum ActivityField {
    TITLE("titel"),
    PURPOSE("doel"),
    BASIS("grondslag"),
    SUBJECTS("betrokkenen"),
    DATA("gegevens"),
    RECIPIENTS("ontvangers"),
    RETENTION("bewaartermijn");

    private final String dutch;

    ActivityField(String dutch) {
        this.dutch = dutch;
    }

    /** The word of the API, and of the file of texts. */
    public String dutch() {
        return dutch;
    }
}
