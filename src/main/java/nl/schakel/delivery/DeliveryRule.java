package nl.schakel.delivery;

/**
 * Every rule that a file or a row can break: stable code, what it costs, and what to tell the school, which stands in the
 * feature's messages. A code is never used for another rule. {@code docs/api/formats.md} lists the same table; a test keeps the two equal.
 */
public enum DeliveryRule {
    YEAR_WRONG("LV-0001", Severity.FILE),
    BRIN_WRONG("LV-0002", Severity.FILE),
    SITE_WRONG("LV-0003", Severity.FILE),
    CREATION_WRONG("LV-0004", Severity.FILE),
    VERSION_UNKNOWN("LV-0005", Severity.FILE),
    YEAR_DIFFERS("LV-0006", Severity.FILE),
    YEAR_AHEAD("LV-0007", Severity.FILE),
    PART_MISSING("LV-0008", Severity.FILE),
    COLUMNS_WRONG("LV-0009", Severity.FILE),
    FIELD_COUNT("LV-0010", Severity.ROW),
    ELEMENT_TWICE("LV-0011", Severity.ROW),
    NOT_STRIPPED("LV-0012", Severity.FILE),
    KEY_MISSING("LV-0101", Severity.ROW),
    KEY_DUMMY("LV-0102", Severity.ROW),
    KEY_TOO_LONG("LV-0103", Severity.ROW),
    KEY_TWICE("LV-0104", Severity.ROW),
    KEY_NUMBER("LV-0105", Severity.FILE),
    PGN_MISSING("LV-0110", Severity.WARNING),
    PGN_LENGTH("LV-0111", Severity.ROW),
    PGN_DIGITS("LV-0112", Severity.ROW),
    PGN_ZERO("LV-0113", Severity.ROW),
    PGN_ELEVEN_TEST("LV-0114", Severity.ROW),
    PGN_LAST_FOUR("LV-0115", Severity.WARNING),
    PGN_FOREIGN("LV-0116", Severity.WARNING),
    PGN_SEVERAL("LV-0117", Severity.ROW),
    PGN_TWICE("LV-0118", Severity.ROW),
    PGN_NOT_BLIND("LV-0119", Severity.FILE),
    BIRTH_MISSING("LV-0120", Severity.WARNING),
    BIRTH_FORM("LV-0121", Severity.ROW),
    BIRTH_AHEAD("LV-0122", Severity.ROW),
    BIRTH_UNLIKELY("LV-0123", Severity.ROW),
    BIRTH_FULL("LV-0124", Severity.FILE),
    SEX_MISSING("LV-0130", Severity.WARNING),
    SEX_CODE("LV-0131", Severity.ROW),
    GRADE_MISSING("LV-0140", Severity.WARNING),
    GRADE_CODE("LV-0141", Severity.ROW),
    TEST_DATE_MISSING("LV-0210", Severity.ROW),
    TEST_DATE_FORM("LV-0211", Severity.ROW),
    TEST_DATE_AHEAD("LV-0212", Severity.ROW),
    TEST_DATE_OUTSIDE("LV-0213", Severity.ROW),
    TEST_CODE_MISSING("LV-0220", Severity.ROW),
    TEST_UNDEFINED("LV-0221", Severity.ROW),
    TEST_DEFINED_TWICE("LV-0222", Severity.WARNING),
    TEST_NOT_RECOGNISED("LV-0223", Severity.WARNING),
    SCORE_MISSING("LV-0230", Severity.ROW),
    SCORE_FORM("LV-0231", Severity.ROW),
    ABILITY_FORM("LV-0232", Severity.ROW),
    LEVEL_CODE("LV-0233", Severity.WARNING),
    SCORE_ABOVE_ITEMS("LV-0234", Severity.ROW),
    RESULT_KEY_MISSING("LV-0240", Severity.ROW),
    RESULT_KEY_TWICE("LV-0241", Severity.ROW),
    RESULT_TWICE("LV-0242", Severity.ROW),
    INSTRUMENT_MISSING("LV-0301", Severity.ROW),
    SCALE_MISSING("LV-0302", Severity.ROW),
    SOCIAL_SCORE_FORM("LV-0303", Severity.ROW),
    SOCIAL_ROW_TWICE("LV-0304", Severity.ROW);

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

    DeliveryRule(String code, Severity severity) {
        this.code = code;
        this.severity = severity;
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
        return RuleTexts.DUTCH.expected(this);
    }

    /** What the school can do, in Dutch. */
    public String repairInDutch() {
        return RuleTexts.DUTCH.repair(this);
    }

    /** What would have been right, in English. */
    public String expectedInEnglish() {
        return RuleTexts.ENGLISH.expected(this);
    }

    /** What the school can do, in English. */
    public String repairInEnglish() {
        return RuleTexts.ENGLISH.repair(this);
    }
}
