package nl.schakel.consent;

import java.util.Arrays;
import java.util.Optional;

/** Who decides about a pupil: the holders of parental authority as the school numbers them, and the pupil from 16. */
public enum Giver {
    PARENT_1("ouder-1"),
    PARENT_2("ouder-2"),
    PUPIL("leerling");

    private final String word;

    Giver(String word) {
        this.word = word;
    }

    /** The Dutch word in the API. */
    public String word() {
        return word;
    }

    /** Whether this voice falls silent when the pupil turns 16. */
    public boolean isParent() {
        return this != PUPIL;
    }

    /** The giver of a word, or empty where there is none. */
    public static Optional<Giver> parse(String word) {
        return Arrays.stream(values()).filter(g -> g.word.equals(word)).findFirst();
    }
}
