package nl.schakel.oversight;

import java.util.Arrays;
import java.util.Optional;

/** Which right of the pupil or parent the look-up serves (GDPR articles 15, 16, 17 and 21). */
public enum Ground {
    ACCESS("inzage"),
    RECTIFICATION("rectificatie"),
    ERASURE("wissing"),
    OBJECTION("bezwaar");

    private final String dutch;

    Ground(String dutch) {
        this.dutch = dutch;
    }

    /** The word of the API and the form. */
    public String dutch() {
        return dutch;
    }

    /** The ground of this word. */
    public static Optional<Ground> parse(String text) {
        return Arrays.stream(values())
                .filter(ground -> ground.dutch.equals(text))
                .findFirst();
    }
}
