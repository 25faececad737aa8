package nl.schakel.register;

import nl.schakel.platform.problem.Fault;

/** Every rule that a register file can break. Any fault refuses the whole delivery. */
public enum RegisterRule {
    MANIFEST_FORM("RG-0001", "een manifest in JSON met referentiedatum en bestanden", "Maak het manifest opnieuw."),
    MANIFEST_DATE("RG-0002", "een referentiedatum als 2025-10-01, niet in de toekomst", "Verbeter de referentiedatum."),
    MANIFEST_TYPE(
            "RG-0003", "een bekend bestandstype, elk hooguit een keer", "Verbeter het type, of laat het bestand weg."),
    MANIFEST_ORDER(
            "RG-0004",
            "de KOPPELTABEL als eerste bestand",
            "Zet de koppeltabel vooraan; de andere bestanden worden ermee gelezen."),
    MANIFEST_FILE("RG-0005", "naam, type, rijen en sha256 bij elk bestand", "Vul het manifest aan."),
    COLUMN_MISSING("RG-0010", "deze kolom", "Lever het bestand met deze kolom."),
    COLUMN_TWICE("RG-0011", "elke kolom een keer", "Haal de dubbele kolom weg."),
    FIELD_COUNT("RG-0012", "evenveel velden als de eerste regel", "Controleer het scheidingsteken."),
    NUMBER_WRONG("RG-0020", "een nummer van negen cijfers dat aan de elfproef voldoet", "Verbeter het nummer."),
    RIN_WRONG("RG-0021", "RINPERSOONS van een letter en RINPERSOON van negen tekens", "Verbeter de sleutel."),
    DATE_WRONG("RG-0022", "een datum die bestaat", "Verbeter de datum."),
    CODE_WRONG("RG-0023", "een code uit de lijst, of de code voor onbekend", "Verbeter de code."),
    VALUE_WRONG("RG-0024", "een getal binnen het bereik", "Verbeter de waarde.");

    private final String code;
    private final String expected;
    private final String repair;

    RegisterRule(String code, String expected, String repair) {
        this.code = code;
        this.expected = expected;
        this.repair = repair;
    }

    /** The stable code, {@code RG-0020}. */
    public String code() {
        return code;
    }

    /** What would have been right, in Dutch. */
    public String expected() {
        return expected;
    }

    /** What the sender can do, in Dutch. */
    public String repair() {
        return repair;
    }

    /** The rule broken at a place. */
    public Fault at(String place) {
        return new Fault(place, code, expected, repair);
    }

    /** The rule broken on a line of a file. */
    public Fault at(String file, long line, String column) {
        return at(file + ", regel " + line + ", kolom " + column);
    }
}
