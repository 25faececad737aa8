package nl.schakel.account.page;

/**
 * What the pages of one-time codes show again; never a password.
 *
 * @param code as typed
 */
public record SetupForm(String code, String username, String displayName) {
    static final SetupForm EMPTY = new SetupForm("", "", "");
}
