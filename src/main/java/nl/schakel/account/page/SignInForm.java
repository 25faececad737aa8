package nl.schakel.account.page;

/**
 * What the sign-in page shows again.
 *
 * @param destination path below the portal to which a successful sign-in leads
 * @param done key of what has just happened, {@code uitgelogd} or {@code ingesteld}; empty otherwise
 */
public record SignInForm(String username, String destination, String done) {}
