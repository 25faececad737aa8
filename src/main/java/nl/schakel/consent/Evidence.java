package nl.schakel.consent;

import java.util.Arrays;
import java.util.Optional;

/** How the school can prove a decision; the proof itself stays at the school. */
public enum Evidence {
    FORM("formulier"),
    PORTAL("portaal"),
    LETTER("brief"),
    SPOKEN("mondeling");

    private final String word;

    Evidence(String word) {
        this.word = word;
    }

    /** The Dutch word in the API. */
    public String word() {
        return word;
    }

    /** The evidence of a word, or empty where there is none. */
    public static Optional<Evidence> parse(String word) {
        return Arrays.stream(values()).filter(e -> e.word.equals(word)).findFirst();
    }
}
