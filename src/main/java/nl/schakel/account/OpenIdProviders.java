package nl.schakel.account;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Port: the providers of OpenID Connect that are configured. Asking one may take seconds; never within a transaction. */
public interface OpenIdProviders {
    /** What the sign-in page offers, in the order of the configuration. */
    List<ProviderOffer> offers();

    /** Whether people may sign in with a password that is kept here; always true where there is no provider. */
    boolean passwords();

    /**
     * The address at the provider where the browser goes to begin a try.
     *
     * @throws AccountRefused.UnknownProvider where none has that name
     * @throws AccountRefused.ProviderSilent where it cannot be asked how it works
     */
    URI beginning(SignInTry begun);

    /**
     * Exchanges the code of an answer for an identity token and judges it: signature, issuer, audience, nonce and times.
     *
     * @throws AccountRefused.AnswerRefused where something of it is not right
     * @throws AccountRefused.OtherOrganisation where the claims let nobody in
     * @throws AccountRefused.ProviderSilent where the provider cannot be reached
     */
    ProvedIdentity proved(SignInTry begun, ProviderAnswer answer);

    /**
     * The address at which the browser can end its session at the provider as well; empty where none is offered.
     *
     * @throws AccountRefused.UnknownProvider where none has that name
     */
    Optional<URI> ending(ProviderName provider);
}
