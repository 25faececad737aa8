package nl.schakel.consent;

import java.util.Arrays;
import java.util.Optional;

/** What somebody decided. */
public enum Choice {
    GRANTED("gegeven"),
    REFUSED("geweigerd"),
    /** Granted before, now taken back; as strict as a refusal. */
    WITHDRAWN("ingetrokken");

    private final String word;

    Choice(String word) {
        this.word = word;
    }

    /** The Dutch word in the API. */
    public String word() {
        return word;
    }

    /** The choice of a word, or empty where there is none. */
    public static Optional<Choice> parse(String word) {
        return Arrays.stream(values()).filter(c -> c.word.equals(word)).findFirst();
    }
}
