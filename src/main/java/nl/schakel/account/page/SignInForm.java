package nl.schakel.account.page;

import java.util.List;
import java.util.Optional;
import nl.schakel.account.ProviderOffer;

/**
 * What the sign-in page shows.
 *
 * @param username as typed
 * @param destination path below the portal to which a successful sign-in leads
 * @param done key of what has just happened, such as {@code uitgelogd}; empty otherwise
 * @param passwords whether a password can be typed here
 * @param offers the providers
 * @param left the provider at which the person may still be signed in
 * @param problem why signing in at a provider did not work
 */
public record SignInForm(
        String username,
        String destination,
        String done,
        boolean passwords,
        List<ProviderOffer> offers,
        Optional<ProviderOffer> left,
        Optional<ProblemText> problem) {
    /** Takes a copy. */
    public SignInForm {
        offers = List.copyOf(offers);
    }

    SignInForm after(Optional<ProviderOffer> provider, Optional<ProblemText> why) {
        return new SignInForm(username, destination, done, passwords, offers, provider, why);
    }
}
