package nl.schakel.delivery;

import nl.schakel.platform.problem.Fault;

/** What a reported number change must hold to, with stable codes. The number itself stands in no fault. */
public enum NumberChangeRule {
    OLD_NUMBER_WRONG(
            "NW-0001",
            "oudNummer",
            "een geldig burgerservicenummer of onderwijsnummer van negen cijfers",
            "Controleer het oude nummer in uw administratie."),
    NEW_NUMBER_WRONG(
            "NW-0002",
            "nieuwNummer",
            "een geldig burgerservicenummer of onderwijsnummer van negen cijfers",
            "Controleer het nieuwe nummer in uw administratie."),
    DAY_WRONG("NW-0003", "datum", "een dag als 2026-09-01", "Vul de dag in vanaf wanneer het nieuwe nummer geldt."),
    DAY_AHEAD(
            "NW-0004",
            "datum",
            "een dag die niet in de toekomst ligt",
            "Meld de wijziging op of na de dag waarop het nieuwe nummer geldt."),
    SAME_NUMBER("NW-0005", "nieuwNummer", "een ander nummer dan het oude", "Controleer beide nummers."),
    UNKNOWN_PUPIL(
            "NW-0006",
            "oudNummer",
            "het nummer van een leerling die uw school heeft geleverd",
            "Controleer het oude nummer. Heeft u de leerling nog niet geleverd? Dan hoeft u niets te melden."),
    OTHER_PUPIL(
            "NW-0007",
            "nieuwNummer",
            "een nummer dat niet van een andere leerling van uw school is",
            "Waarschijnlijk is dit een typefout. Controleer het nieuwe nummer."),
    CHANGED_BEFORE(
            "NW-0008",
            "oudNummer",
            "een nummer waarvan u nog geen andere wijziging heeft gemeld",
            "Draai de eerdere wijziging terug, of meld de wijziging van het nieuwere nummer."),
    TURNED_BACK(
            "NW-0009",
            "nieuwNummer",
            "een wijziging die geen eerdere omkeert",
            "Draai de eerdere wijziging terug in de lijst."),
    FIELD_COUNT(
            "NW-0010",
            "regel",
            "evenveel velden als de eerste regel",
            "Controleer de scheidingstekens van deze regel."),
    NOTHING("NW-0011", "bestand", "minstens één wijziging", "Voeg een wijziging toe.");

    private final String code;
    private final String field;
    private final String expected;
    private final String repair;

    NumberChangeRule(String code, String field, String expected, String repair) {
        this.code = code;
        this.field = field;
        this.expected = expected;
        this.repair = repair;
    }

    /** The stable code. */
    public String code() {
        return code;
    }

    /** The field of the API, the form and the file that breaks it. */
    public String field() {
        return field;
    }

    /** The fault at a place of the report; an empty place where the report is one change. */
    public Fault at(String place) {
        return new Fault(place.isEmpty() ? field : place + ", " + field, code, expected, repair);
    }
}
