package nl.schakel.account;

import java.time.Duration;

/**
 * Which token somebody wants.
 *
 * @param label what the holder calls it
 * @param days how long it is to be valid
 */
public record TokenWish(String label, int days) {
    /** The longest a token may be valid. */
    public static final int LONGEST_DAYS = 366;

    /** Most characters of a label. */
    public static final int LONGEST_LABEL = 100;

    /** Takes surrounding space off the label. @throws AccountRefused.UnfitToken beyond the bounds */
    public TokenWish {
        label = label.strip();
        boolean control = label.chars().anyMatch(Character::isISOControl);
        if (days < 1 || days > LONGEST_DAYS || label.length() > LONGEST_LABEL || control) {
            throw new AccountRefused.UnfitToken();
        }
    }

    Duration life() {
        return Duration.ofDays(days);
    }
}
