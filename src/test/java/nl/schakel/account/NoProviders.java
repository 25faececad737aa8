package nl.schakel.account;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** A service without providers: people sign in with a password, or, in a test of that alone, not at all. */
public record NoProviders(boolean passwords) implements OpenIdProviders {
    /** Passwords only. */
    public static final NoProviders PASSWORDS = new NoProviders(true);

    @Override
    public List<ProviderOffer> offers() {
        return List.of();
    }

    @Override
    public URI beginning(SignInTry begun) {
        throw new AccountRefused.UnknownProvider();
    }

    @Override
    public ProvedIdentity proved(SignInTry begun, ProviderAnswer answer) {
        throw new AccountRefused.UnknownProvider();
    }

    @Override
    public Optional<URI> ending(ProviderName provider) {
        throw new AccountRefused.UnknownProvider();
    }
}
