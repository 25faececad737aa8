package nl.schakel.oversight;

import java.util.Optional;
import java.util.regex.Pattern;
import nl.schakel.pupil.NumberLike;

/**
 * Why a look-up is needed, in an officer's words: 10 to 300 characters, and nothing that looks like a pupil's number.
 *
 * @param text without control characters
 */
public record LookUpReason(String text) {
    private static final int SHORTEST = 10;
    private static final int LONGEST = 300;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    /** The reason, or empty where the text is too short, too long or holds nine digits, or eight in a row. */
    public static Optional<LookUpReason> parse(String text) {
        String clean = CONTROL.matcher(text).replaceAll(" ").strip();
        boolean fits = clean.length() >= SHORTEST && clean.length() <= LONGEST;
        return fits && !NumberLike.in(clean) ? Optional.of(new LookUpReason(clean)) : Optional.empty();
    }
}
