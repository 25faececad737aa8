package nl.schakel.demo;

/** A domain of the pupil-monitoring tests. */
public enum Domain {
    READING("BL", "begrijpend lezen", "Begrijpend lezen", 0),
    SPELLING("SP", "spelling", "Spelling", 1),
    MATHS("RW", "rekenen-wiskunde", "Rekenen-Wiskunde", 2);

    private final String code;
    private final String subject;
    private final String title;
    private final int week;

    Domain(String code, String subject, String title, int week) {
        this.code = code;
        this.subject = subject;
        this.title = title;
        this.week = week;
    }

    /** The start of the test code, for example {@code RW}. */
    public String code() {
        return code;
    }

    /** The subject as the files name it (vakgebied). */
    public String subject() {
        return subject;
    }

    /** The name of the tests, for people. */
    public String title() {
        return title;
    }

    /** In which week of the test weeks it is given, from 0. */
    int week() {
        return week;
    }
}
