package nl.schakel.pupil;

import java.util.regex.Pattern;

/** Finds what may be a pupil's number in words that stay, such as a typed reason. The database refuses the same: V0021. */
public final class NumberLike {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{8}|([0-9][^0-9a-zA-Z]{0,3}){9}");

    private NumberLike() {}

    /** Whether the text holds eight digits in a row, or nine with a few signs but no letters between them. */
    public static boolean in(String text) {
        return NUMBER.matcher(text).find();
    }
}
