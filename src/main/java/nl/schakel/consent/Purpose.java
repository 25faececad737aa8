package nl.schakel.consent;

import java.util.Arrays;
import java.util.Optional;

/** What consent is asked for. Results on language and maths need none: against those one can object. */
public enum Purpose {
    /** Research into social-emotional development, with the scores of the school's instruments. */
    SOCIAL_EMOTIONAL("sociaal-emotioneel");

    private final String code;

    Purpose(String code) {
        this.code = code;
    }

    /** The Dutch word in the API and in the database. */
    public String code() {
        return code;
    }

    /** The purpose of a code, or empty where there is none. */
    public static Optional<Purpose> parse(String code) {
        return Arrays.stream(values()).filter(p -> p.code.equals(code)).findFirst();
    }
}
