package nl.schakel.account.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.schakel.account.AccountRefused;
import nl.schakel.account.OpenIdProviders;
import nl.schakel.account.ProvedIdentity;
import nl.schakel.account.ProviderAnswer;
import nl.schakel.account.ProviderName;
import nl.schakel.account.ProviderOffer;
import nl.schakel.account.SignInTry;
import org.eclipse.microprofile.config.Config;

/** The providers of the configuration, read when the application starts, which fails where they are wrong. */
@ApplicationScoped
public class ConfiguredProviders implements OpenIdProviders {
    private final Map<ProviderName, OpenIdProvider> providers = new LinkedHashMap<>();
    private final List<ProviderOffer> offers;
    private final boolean passwords;

    /** For the container's proxy. */
    protected ConfiguredProviders() {
        this.offers = List.of();
        this.passwords = false;
    }

    /** Reads the configuration. @throws IllegalArgumentException naming a key that is wrong */
    @Inject
    public ConfiguredProviders(Config config, Clock clock) {
        Outbound outbound = new Outbound();
        List<ProviderSettings> configured = ProviderSettings.read(config);
        configured.forEach(
                settings -> providers.put(settings.offer().name(), new OpenIdProvider(settings, outbound, clock)));
        this.offers = configured.stream().map(ProviderSettings::offer).toList();
        this.passwords = configured.isEmpty()
                || config.getOptionalValue("schakel.aanmelden.wachtzin", Boolean.class)
                        .orElse(true);
    }

    void read(@Observes @Initialized(ApplicationScoped.class) Object started) {
        // the call alone has made the bean, so that a wrong key shows at the start
    }

    @Override
    public List<ProviderOffer> offers() {
        return offers;
    }

    @Override
    public boolean passwords() {
        return passwords;
    }

    @Override
    public URI beginning(SignInTry begun) {
        return provider(begun.provider()).beginning(begun);
    }

    @Override
    public ProvedIdentity proved(SignInTry begun, ProviderAnswer answer) {
        return provider(begun.provider()).proved(begun, answer);
    }

    @Override
    public Optional<URI> ending(ProviderName provider) {
        return provider(provider).ending();
    }

    private OpenIdProvider provider(ProviderName name) {
        return Optional.ofNullable(providers.get(name)).orElseThrow(AccountRefused.UnknownProvider::new);
    }
}
