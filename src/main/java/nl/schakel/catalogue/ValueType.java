package nl.schakel.catalogue;

/** How the whole number in a cell is read. */
public enum ValueType {
    /** One of a list of codes, each with a label. */
    CODE("code"),
    /** A quantity; its decimals are part of the variable: 834 with one decimal is 83.4. */
    NUMBER("getal"),
    /** A calendar year. */
    YEAR("jaar");

    private final String dutch;

    ValueType(String dutch) {
        this.dutch = dutch;
    }

    /** The word in the catalogue file, the API and on pages. */
    public String dutch() {
        return dutch;
    }
}
