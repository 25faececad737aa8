package nl.schakel.account;

import java.util.Locale;
import java.util.Optional;
import nl.schakel.audit.Role;

/**
 * Which accounts to list.
 *
 * @param text part of the username or the display name, whatever its case; empty for all
 * @param role empty for all
 */
public record AccountSearch(String text, Optional<Role> role) {
    /** The longest list. */
    public static final int MOST = 200;

    private static final int LONGEST = 100;

    /** Normalizes the text; what is too long to match is cut off. */
    public AccountSearch {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        text = plain.substring(0, Math.min(plain.length(), LONGEST));
    }
}
