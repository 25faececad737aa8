package nl.schakel.account;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/**
 * Signs in at a provider of OpenID Connect: sends the browser there, and judges what it comes back with. The provider is
 * asked outside any transaction; an answer is used up before it is judged, so that it works once whatever comes of it.
 */
@Dependent
public class SignInElsewhere {
    private final OpenIdProviders providers;
    private final ProviderAnswers answers;
    private final AdmitIdentity admission;
    private final Clock clock;

    /** Takes its parts. */
    @Inject
    public SignInElsewhere(OpenIdProviders providers, ProviderAnswers answers, AdmitIdentity admission, Clock clock) {
        this.providers = providers;
        this.answers = answers;
        this.admission = admission;
        this.clock = clock;
    }

    /**
     * Where to send the browser.
     *
     * @param strong whether to ask for a second factor
     * @throws AccountRefused.UnknownProvider where none has that name
     * @throws AccountRefused.ProviderSilent where it cannot be asked how it works
     */
    public Departure begin(ProviderName provider, boolean strong) {
        SignInTry begun = SignInTry.draw(provider, strong);
        return new Departure(providers.beginning(begun), begun);
    }

    /**
     * What comes of the provider's answer to the try.
     *
     * @throws AccountRefused.AnswerRefused where the answer is another's, was used before or proves nothing
     * @throws AccountRefused.SecondFactorNeeded where a second factor was asked for and not used
     * @throws AccountRefused.OtherOrganisation where the provider names another school, or nobody who is let in
     * @throws AccountRefused.Closed where the account is disabled
     * @throws AccountRefused.ProviderSilent where the provider cannot be reached
     */
    public Arrival finish(SignInTry begun, ProviderAnswer answer) {
        if (!begun.owns(answer.state())) {
            throw new AccountRefused.AnswerRefused(AccountRefused.AnswerFault.STATE);
        }
        if (!answers.use(begun.digest(), clock.instant())) {
            throw new AccountRefused.AnswerRefused(AccountRefused.AnswerFault.REPLAY);
        }
        if (answer.code().isEmpty()) {
            throw new AccountRefused.AnswerRefused(AccountRefused.AnswerFault.DECLINED);
        }
        return admission.admit(begun, providers.proved(begun, answer));
    }

    /** Where the browser can sign out at the provider; empty where none is offered. */
    public Optional<URI> leave(ProviderName provider) {
        return providers.ending(provider);
    }
}
