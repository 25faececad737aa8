package nl.schakel.account;

import java.util.Locale;

/** What a new password must be: long, and free of the username. Nothing is asked about its characters (NIST SP 800-63B, ASVS 6.2). */
public final class PasswordRule {
    /** Fewest characters. */
    public static final int SHORTEST = 15;

    /** Most characters. */
    public static final int LONGEST = 128;

    private PasswordRule() {}

    /** Returns normally where the password is fit. @throws AccountRefused.UnfitPassword otherwise */
    public static void check(CharSequence password) {
        int characters = Character.codePointCount(password, 0, password.length());
        if (characters < SHORTEST || characters > LONGEST) {
            throw new AccountRefused.UnfitPassword();
        }
    }

    /**
     * Returns normally where the password is fit for the account of that name.
     *
     * @throws AccountRefused.UnfitPassword where it is too short or too long
     * @throws AccountRefused.PasswordHoldsName where the username stands in it, whatever its case
     */
    public static void check(String password, String username) {
        check(password);
        if (password.toLowerCase(Locale.ROOT).contains(username)) {
            throw new AccountRefused.PasswordHoldsName();
        }
    }
}
