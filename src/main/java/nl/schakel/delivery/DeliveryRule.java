package nl.schakel.delivery;

/**
 * Every rule that a file or a row can break: stable code, what it costs, and what to tell the school. A code is never
 * used for another rule. {@code docs/api/formats.md} lists the same table; a test keeps the two equal.
 */
public enum DeliveryRule {
    YEAR_WRONG(
            "LV-0001",
            Severity.FILE,
            "een schooljaar als 2021-2022",
            "Kies bij het exporteren één schooljaar.",
            "a school year such as 2021-2022",
            "Choose one school year when you export."),
    BRIN_WRONG(
            "LV-0002",
            Severity.FILE,
            "een brincode van twee cijfers en twee hoofdletters",
            "Vul in uw systeem de brincode van de school in en exporteer opnieuw.",
            "a BRIN of two digits and two capital letters",
            "Enter the school's BRIN in your system and export again."),
    SITE_WRONG(
            "LV-0003",
            Severity.FILE,
            "een vestigingsnummer van twee cijfers",
            "Vul in uw systeem het vestigingsnummer in en exporteer opnieuw.",
            "a site number of two digits",
            "Enter the site number in your system and export again."),
    CREATION_WRONG(
            "LV-0004",
            Severity.FILE,
            "een aanmaakdatum die bestaat en niet in de toekomst ligt",
            "Controleer de klok van uw systeem en exporteer opnieuw.",
            "a creation date that exists and does not lie in the future",
            "Check the clock of your system and export again."),
    VERSION_UNKNOWN(
            "LV-0005",
            Severity.FILE,
            "EDEXML 2.0 of 2.1, of UWLR 2.2",
            "Kies bij het exporteren een van deze versies.",
            "EDEXML 2.0 or 2.1, or UWLR 2.2",
            "Choose one of these versions when you export."),
    YEAR_DIFFERS(
            "LV-0006",
            Severity.FILE,
            "hetzelfde schooljaar als u hebt opgegeven",
            "Geef het schooljaar van het bestand op, of exporteer het andere schooljaar.",
            "the school year that you declared",
            "Declare the school year of the file, or export the other school year."),
    YEAR_AHEAD(
            "LV-0007",
            Severity.FILE,
            "een schooljaar dat al begonnen is",
            "Exporteer het lopende of een eerder schooljaar.",
            "a school year that has begun",
            "Export the current school year or an earlier one."),
    PART_MISSING(
            "LV-0008",
            Severity.FILE,
            "dit verplichte onderdeel",
            "Exporteer opnieuw; blijft het ontbreken, meld het dan bij uw leverancier.",
            "this mandatory element",
            "Export again; if it stays missing, report it to your supplier."),
    COLUMNS_WRONG(
            "LV-0009",
            Severity.FILE,
            "de kolommen leerlingid, instrument, schaal, afnamedatum en score, elk één keer",
            "Zet deze namen in de eerste regel van het bestand.",
            "the columns leerlingid, instrument, schaal, afnamedatum and score, each once",
            "Put these names in the first line of the file."),
    FIELD_COUNT(
            "LV-0010",
            Severity.ROW,
            "evenveel velden als de eerste regel",
            "Controleer of een veld met het scheidingsteken erin tussen aanhalingstekens staat.",
            "as many fields as the first line",
            "Check that a field which contains the separator stands between quotation marks."),
    ELEMENT_TWICE(
            "LV-0011",
            Severity.ROW,
            "dit element één keer",
            "Meld dit bij de leverancier van uw systeem.",
            "this element once",
            "Report this to the supplier of your system."),
    NOT_STRIPPED(
            "LV-0012",
            Severity.FILE,
            "een blind bestand zonder namen, adressen en andere gegevens die wij niet opnemen",
            "Kies het oorspronkelijke bestand op de pagina of in het programma; dat haalt ze eruit.",
            "a blind file without names, addresses and other data that we do not take in",
            "Choose the original file on the page or in the program, which takes them out."),
    KEY_MISSING(
            "LV-0101",
            Severity.ROW,
            "de leerlingsleutel van uw administratie",
            "Exporteer met de vaste leerlingsleutel.",
            "the pupil key of your administration",
            "Export with the fixed pupil key."),
    KEY_DUMMY(
            "LV-0102",
            Severity.ROW,
            "een vaste leerlingsleutel, geen tijdelijke die met # begint",
            "Geef de leerling in uw systeem een vaste sleutel.",
            "a fixed pupil key, not a temporary one that starts with #",
            "Give the pupil a fixed key in your system."),
    KEY_TOO_LONG(
            "LV-0103",
            Severity.ROW,
            "een leerlingsleutel van ten hoogste 256 tekens",
            "Meld dit bij de leverancier van uw systeem.",
            "a pupil key of at most 256 characters",
            "Report this to the supplier of your system."),
    KEY_TWICE(
            "LV-0104",
            Severity.ROW,
            "elke leerlingsleutel één keer",
            "Haal de dubbele inschrijving weg.",
            "each pupil key once",
            "Remove the double registration."),
    KEY_NUMBER(
            "LV-0105",
            Severity.FILE,
            "in een blind bestand leerlingsleutels die geen nummers van leerlingen zijn",
            "Exporteer met de leerlingsleutel van uw LAS.",
            "in a blind file pupil keys that are not numbers of pupils",
            "Export with the pupil key of your administration."),
    PGN_MISSING(
            "LV-0110",
            Severity.WARNING,
            "een burgerservicenummer of onderwijsnummer",
            "Vul het nummer in. Zonder nummer kan de leerling niet worden gekoppeld.",
            "a citizen service number or education number",
            "Enter the number. Without it the pupil cannot be linked."),
    PGN_LENGTH(
            "LV-0111",
            Severity.ROW,
            "een nummer van negen cijfers",
            "Verbeter het nummer; een nul vooraan hoort erbij.",
            "a number of nine digits",
            "Correct the number; a leading zero is part of it."),
    PGN_DIGITS(
            "LV-0112",
            Severity.ROW,
            "alleen de cijfers 0 tot en met 9, zonder spaties of punten",
            "Verbeter het nummer.",
            "only the digits 0 to 9, no spaces or dots",
            "Correct the number."),
    PGN_ZERO(
            "LV-0113",
            Severity.ROW,
            "een echt nummer",
            "Vul het nummer in of laat het veld leeg.",
            "a real number",
            "Enter the number or leave the field empty."),
    PGN_ELEVEN_TEST(
            "LV-0114",
            Severity.ROW,
            "een nummer dat aan de elfproef voldoet",
            "Er zit een tikfout in het nummer. Neem het over van een officieel document.",
            "a number that passes the eleven-test",
            "The number holds a typing error. Copy it from an official document."),
    PGN_LAST_FOUR(
            "LV-0115",
            Severity.WARNING,
            "het hele nummer; vier cijfers zijn te weinig om te koppelen",
            "Exporteer met het volledige nummer.",
            "the whole number; four digits are too few to link",
            "Export with the full number."),
    PGN_FOREIGN(
            "LV-0116",
            Severity.WARNING,
            "een Nederlands nummer",
            "U hoeft niets te doen; met dit nummer kan niet worden gekoppeld.",
            "a Dutch number",
            "Nothing to do; this number cannot be used to link."),
    PGN_SEVERAL(
            "LV-0117",
            Severity.ROW,
            "één nummer bij een leerling",
            "Laat alleen het burgerservicenummer staan, of anders het onderwijsnummer.",
            "one number with a pupil",
            "Keep only the citizen service number, or else the education number."),
    PGN_TWICE(
            "LV-0118",
            Severity.ROW,
            "elk nummer bij één leerling",
            "Twee leerlingen hebben hetzelfde nummer. Zoek uit van wie het is.",
            "each number with one pupil",
            "Two pupils have the same number. Find out whose it is."),
    PGN_NOT_BLIND(
            "LV-0119",
            Severity.FILE,
            "in een blind bestand de 43 tekens die in de plaats van het nummer komen",
            "Kies het oorspronkelijke bestand op de pagina of in het programma; dat vervangt de nummers.",
            "in a blind file the 43 characters that stand in the place of the number",
            "Choose the original file on the page or in the program, which replaces the numbers."),
    BIRTH_MISSING(
            "LV-0120",
            Severity.WARNING,
            "een geboortedatum",
            "Vul de geboortedatum in. Die is nodig om de koppeling te controleren.",
            "a date of birth",
            "Enter the date of birth. It is needed to verify the link."),
    BIRTH_FORM(
            "LV-0121",
            Severity.ROW,
            "een datum die bestaat, als 2012-06-21",
            "Verbeter de geboortedatum.",
            "a date that exists, such as 2012-06-21",
            "Correct the date of birth."),
    BIRTH_AHEAD(
            "LV-0122",
            Severity.ROW,
            "een geboortedatum die niet in de toekomst ligt",
            "Verbeter de geboortedatum.",
            "a date of birth that does not lie in the future",
            "Correct the date of birth."),
    BIRTH_UNLIKELY(
            "LV-0123",
            Severity.ROW,
            "een leerling die op 1 oktober van het schooljaar hooguit 29 jaar is",
            "Verbeter de geboortedatum.",
            "a pupil of at most 29 years on 1 October of the school year",
            "Correct the date of birth."),
    BIRTH_FULL(
            "LV-0124",
            Severity.FILE,
            "in een blind bestand alleen het geboortejaar",
            "Kies het oorspronkelijke bestand op de pagina of in het programma; dat laat alleen het jaar staan.",
            "in a blind file the year of birth only",
            "Choose the original file on the page or in the program, which leaves the year only."),
    SEX_MISSING(
            "LV-0130",
            Severity.WARNING,
            "een geslacht",
            "Vul het geslacht in. Dat is nodig om de koppeling te controleren.",
            "a sex",
            "Enter the sex. It is needed to verify the link."),
    SEX_CODE(
            "LV-0131",
            Severity.ROW,
            "geslacht 0, 1, 2 of 9",
            "Meld dit bij de leverancier van uw systeem.",
            "sex 0, 1, 2 or 9",
            "Report this to the supplier of your system."),
    GRADE_MISSING("LV-0140", Severity.WARNING, "een jaargroep", "Vul de jaargroep in.", "a grade", "Enter the grade."),
    GRADE_CODE(
            "LV-0141",
            Severity.ROW,
            "een jaargroep uit de lijst: B, D, 0 tot en met 8, 11 tot en met 16, S, V, C, N of H",
            "Verbeter de jaargroep.",
            "a grade of the list: B, D, 0 to 8, 11 to 16, S, V, C, N or H",
            "Correct the grade."),
    TEST_DATE_MISSING(
            "LV-0210",
            Severity.ROW,
            "een afnamedatum",
            "Vul de datum in waarop de toets is gemaakt.",
            "a test date",
            "Enter the day on which the test was taken."),
    TEST_DATE_FORM(
            "LV-0211",
            Severity.ROW,
            "een datum die bestaat, als 2022-01-25",
            "Verbeter de afnamedatum.",
            "a date that exists, such as 2022-01-25",
            "Correct the test date."),
    TEST_DATE_AHEAD(
            "LV-0212",
            Severity.ROW,
            "een afnamedatum die niet in de toekomst ligt",
            "Verbeter de afnamedatum.",
            "a test date that does not lie in the future",
            "Correct the test date."),
    TEST_DATE_OUTSIDE(
            "LV-0213",
            Severity.ROW,
            "een afnamedatum in het schooljaar van het bestand",
            "Verbeter de datum, of lever de toets in bij het andere schooljaar.",
            "a test date within the school year of the file",
            "Correct the date, or deliver the test with the other school year."),
    TEST_CODE_MISSING(
            "LV-0220",
            Severity.ROW,
            "een toetscode van ten hoogste 256 tekens",
            "Meld dit bij de leverancier van uw systeem.",
            "a test code of at most 256 characters",
            "Report this to the supplier of your system."),
    TEST_UNDEFINED(
            "LV-0221",
            Severity.ROW,
            "een toets die onder toetsen in hetzelfde bestand staat",
            "Exporteer de toetsdefinities mee.",
            "a test that stands under toetsen in the same file",
            "Export the test definitions too."),
    TEST_DEFINED_TWICE(
            "LV-0222",
            Severity.WARNING,
            "elke toets één keer onder toetsen; de eerste telt",
            "Meld dit bij de leverancier van uw systeem.",
            "each test once under toetsen; the first counts",
            "Report this to the supplier of your system."),
    TEST_NOT_RECOGNISED(
            "LV-0223",
            Severity.WARNING,
            "een toets waarvan het vakgebied bekend is",
            "U hoeft niets te doen. De resultaten worden bewaard met vakgebied onbekend.",
            "a test whose subject is known",
            "Nothing to do. The results are kept with subject unknown."),
    SCORE_MISSING(
            "LV-0230",
            Severity.ROW,
            "een score of een vaardigheidsscore",
            "Lever alleen toetsen in die zijn nagekeken.",
            "a score or an ability score",
            "Deliver only tests that have been marked."),
    SCORE_FORM(
            "LV-0231",
            Severity.ROW,
            "een score als geheel getal van 0 tot en met 1000000",
            "Verbeter de score.",
            "a score as a whole number from 0 to 1000000",
            "Correct the score."),
    ABILITY_FORM(
            "LV-0232",
            Severity.ROW,
            "een vaardigheidsscore met een decimale punt, tussen -100000 en 100000",
            "Meld dit bij de leverancier van uw systeem.",
            "an ability score with a decimal point, between -100000 and 100000",
            "Report this to the supplier of your system."),
    LEVEL_CODE(
            "LV-0233",
            Severity.WARNING,
            "niveau A tot en met E, I tot en met V of I+; het niveau is leeg gelaten",
            "Meld dit bij de leverancier van uw systeem.",
            "level A to E, I to V or I+; the level was left empty",
            "Report this to the supplier of your system."),
    SCORE_ABOVE_ITEMS(
            "LV-0234",
            Severity.ROW,
            "niet meer opgaven goed dan de toets opgaven heeft",
            "Verbeter de score.",
            "no more items right than the test has items",
            "Correct the score."),
    RESULT_KEY_MISSING(
            "LV-0240",
            Severity.ROW,
            "een sleutel bij elk resultaat, van ten hoogste 256 tekens",
            "Meld dit bij de leverancier van uw systeem.",
            "a key with each result, of at most 256 characters",
            "Report this to the supplier of your system."),
    RESULT_KEY_TWICE(
            "LV-0241",
            Severity.ROW,
            "elke sleutel van een resultaat één keer",
            "Meld dit bij de leverancier van uw systeem.",
            "each result key once",
            "Report this to the supplier of your system."),
    RESULT_TWICE(
            "LV-0242",
            Severity.ROW,
            "elke leerling, toets en afnamedatum één keer",
            "Haal het dubbele resultaat weg.",
            "each pupil, test and test date once",
            "Remove the double result."),
    INSTRUMENT_MISSING(
            "LV-0301",
            Severity.ROW,
            "de naam van het instrument, van ten hoogste 64 tekens",
            "Vul de naam van de vragenlijst in.",
            "the name of the instrument, at most 64 characters",
            "Enter the name of the questionnaire."),
    SCALE_MISSING(
            "LV-0302",
            Severity.ROW,
            "de naam van de schaal, van ten hoogste 64 tekens",
            "Vul de naam van de schaal in.",
            "the name of the scale, at most 64 characters",
            "Enter the name of the scale."),
    SOCIAL_SCORE_FORM(
            "LV-0303",
            Severity.ROW,
            "een score als getal tussen -100000 en 100000, met punt of komma",
            "Verbeter de score.",
            "a score as a number between -100000 and 100000, with a point or comma",
            "Correct the score."),
    SOCIAL_ROW_TWICE(
            "LV-0304",
            Severity.ROW,
            "elke leerling, schaal en datum één keer",
            "Haal de dubbele regel weg.",
            "each pupil, scale and date once",
            "Remove the double line.");

    /** What it costs to break a rule. */
    public enum Severity {
        /** The whole file is refused. */
        FILE,
        /** The row is refused, the rest goes on. */
        ROW,
        /** The row is kept; the school is told. */
        WARNING
    }

    private final String code;
    private final Severity severity;
    private final String expectedInDutch;
    private final String repairInDutch;
    private final String expectedInEnglish;
    private final String repairInEnglish;

    DeliveryRule(
            String code,
            Severity severity,
            String expectedInDutch,
            String repairInDutch,
            String expectedInEnglish,
            String repairInEnglish) {
        this.code = code;
        this.severity = severity;
        this.expectedInDutch = expectedInDutch;
        this.repairInDutch = repairInDutch;
        this.expectedInEnglish = expectedInEnglish;
        this.repairInEnglish = repairInEnglish;
    }

    /** The stable code, {@code LV-0114}. */
    public String code() {
        return code;
    }

    /** What it costs. */
    public Severity severity() {
        return severity;
    }

    /** Whether a row that breaks this rule is not stored. */
    public boolean refusesRow() {
        return severity == Severity.ROW;
    }

    /** What would have been right, in Dutch. */
    public String expectedInDutch() {
        return expectedInDutch;
    }

    /** What the school can do, in Dutch. */
    public String repairInDutch() {
        return repairInDutch;
    }

    /** What would have been right, in English. */
    public String expectedInEnglish() {
        return expectedInEnglish;
    }

    /** What the school can do, in English. */
    public String repairInEnglish() {
        return repairInEnglish;
    }
}
