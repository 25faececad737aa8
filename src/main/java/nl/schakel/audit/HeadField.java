package nl.schakel.audit;

/** What the register says once for all activities (article 30 GDPR, paragraph 1, points a, e and g), in this order. */
public enum HeadField {
    CONTROLLER("schakel.register.verwerkingsverantwoordelijke"),
    PROCESSOR("schakel.register.verwerker"),
    OFFICER("schakel.register.functionaris"),
    TRANSFERS("schakel.register.doorgifte"),
    MEASURES("schakel.register.beveiliging");

    private final String key;

    HeadField(String key) {
        this.key = key;
    }

    /** The key of configuration. */
    public String key() {
        return key;
    }

    /** The word of the API and of the file of texts. */
    public String dutch() {
        return key.substring(key.lastIndexOf('.') + 1);
    }
}
