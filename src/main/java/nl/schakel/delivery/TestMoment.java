package nl.schakel.delivery;

/** For which moment of the school year a test was made. */
public enum TestMoment {
    /** Begin: autumn. */
    BEGIN("B"),
    /** Middle: January and February. */
    MIDDLE("M"),
    /** End: May and June. */
    END("E"),
    /** The test does not say. */
    UNKNOWN("-");

    private final String letter;

    TestMoment(String letter) {
        this.letter = letter;
    }

    /** One letter as tests write it ({@code M5}); {@code -} for unknown. */
    public String letter() {
        return letter;
    }
}
