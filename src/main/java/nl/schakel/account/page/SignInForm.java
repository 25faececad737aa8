package nl.schakel.account.page;

/**
 * What the sign-in page shows again.
 *
 * @param destination path below the portal to which a successful sign-in leads
 * @param signedOut whether the visitor has just signed out
 */
public record SignInForm(String username, String destination, boolean signedOut) {}
