package nl.schakel.account;

/** What a new password must be: long. Nothing is asked about its characters (NIST SP 800-63B, ASVS 6.2). */
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
}
