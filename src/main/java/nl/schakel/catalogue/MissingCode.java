package nl.schakel.catalogue;

import java.util.Arrays;
import java.util.Optional;

/**
 * Why a cell holds no value. There is no code for an objection: a pupil who objected is not in the data at all, and a code
 * would tell that there is one.
 */
public enum MissingCode {
    /** The source has a row of the pupil without this value, or the school delivered none. */
    NO_DATA(-9, "geen gegevens", "no data"),
    /** The register holds no row that belongs to the pupil. */
    NOT_LINKED(-7, "niet gekoppeld", "not linked"),
    /** The value was removed because it made the pupil recognizable. */
    SUPPRESSED(-6, "onderdrukt", "suppressed");

    private final int code;
    private final String dutch;
    private final String english;

    MissingCode(int code, String dutch, String english) {
        this.code = code;
        this.dutch = dutch;
        this.english = english;
    }

    /** The negative number in the file. */
    public int code() {
        return code;
    }

    /** What it means. */
    public Label label() {
        return new Label(dutch, english);
    }

    /** The missing code with this number; empty for a value. */
    public static Optional<MissingCode> of(int value) {
        return Arrays.stream(values()).filter(missing -> missing.code == value).findFirst();
    }

    /** Whether the number stands for a missing value: every negative number does. */
    public static boolean isMissing(int value) {
        return value < 0;
    }
}
