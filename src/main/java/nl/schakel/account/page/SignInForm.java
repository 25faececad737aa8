package nl.schakel.account.page;

/**
 * What the sign-in page shows again.
 *
 * @param destination path below the portal to which a successful sign-in leads
 */
public record SignInForm(String username, String destination) {}
