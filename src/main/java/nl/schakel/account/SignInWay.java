package nl.schakel.account;

import java.util.Optional;

/**
 * How somebody proved who they are.
 *
 * @param provider where; empty for the local account store
 * @param strong whether that is enough for every role
 */
public record SignInWay(Optional<ProviderName> provider, boolean strong) {
    /** With a password that is kept here. */
    static final SignInWay LOCAL = new SignInWay(Optional.empty(), true);
}
