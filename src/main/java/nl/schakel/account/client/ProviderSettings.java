package nl.schakel.account.client;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.schakel.account.ClaimsMap;
import nl.schakel.account.ProviderName;
import nl.schakel.account.ProviderOffer;
import org.eclipse.microprofile.config.Config;

/**
 * A provider as it is configured under {@code schakel.openid.<name>.}, read once.
 *
 * @param issuer exact address, compared sign by sign with what the provider says of itself and in its tokens
 * @param secretFile where the client's secret stands; empty for a public client
 * @param scopes what is asked for, {@code openid} always among it
 * @param origin public address of this service without slash at the end
 */
record ProviderSettings(
        ProviderOffer offer,
        String issuer,
        String clientId,
        Optional<Path> secretFile,
        Set<String> scopes,
        ClaimsMap claims,
        String origin) {
    /** The keys of a provider, after its name. */
    static final List<String> KEYS = List.of(
            "uitgever",
            "naam",
            "client-id",
            "client-geheim-bestand",
            "bereik",
            "acr",
            "claim-brin",
            "claim-organisatie",
            "organisaties",
            "claim-recht",
            "rechten");

    private static final String PATH = "/portaal/aanmelden";

    /** Every provider that {@code schakel.openid.diensten} names. @throws IllegalArgumentException naming the wrong key */
    static List<ProviderSettings> read(Config config) {
        List<String> names = words(config.getOptionalValue("schakel.openid.diensten", String.class));
        if (names.isEmpty()) {
            return List.of();
        }
        String origin = config.getOptionalValue("schakel.adres", String.class).orElse("");
        requireAddress("schakel.adres", origin);
        return names.stream().map(name -> read(config, name, origin)).toList();
    }

    private static ProviderSettings read(Config config, String text, String origin) {
        ProviderName name = ProviderName.parse(text)
                .orElseThrow(() -> new IllegalArgumentException("schakel.openid.diensten holds a wrong name"));
        Section section = new Section(config, "schakel.openid." + name + ".");
        String issuer = section.needed("uitgever");
        requireAddress("schakel.openid." + name + ".uitgever", issuer);
        return new ProviderSettings(
                new ProviderOffer(name, section.value("naam").orElse(text)),
                issuer,
                section.needed("client-id"),
                section.value("client-geheim-bestand").map(Path::of),
                Set.copyOf(words(Optional.of(section.value("bereik").orElse("") + " openid"))),
                claims(section),
                origin);
    }

    private static ClaimsMap claims(Section section) {
        return new ClaimsMap(
                section.value("claim-brin").orElse(""),
                section.value("claim-organisatie").orElse(""),
                Set.copyOf(words(section.value("organisaties"))),
                section.value("claim-recht").orElse(""),
                Set.copyOf(words(section.value("rechten"))),
                words(section.value("acr")));
    }

    /** The address to which the provider sends the browser back. */
    URI returning() {
        return URI.create(origin + PATH + "/bij/" + offer.name() + "/terug");
    }

    /** The address to which the provider sends the browser after signing out there. */
    URI left() {
        return URI.create(origin + PATH + "?uit=ja");
    }

    /** An address that is fit to send secrets to: TLS, or plain on the machine itself. */
    static boolean isTrusted(URI address) {
        String host = address.getHost();
        boolean here = "localhost".equals(host) || "127.0.0.1".equals(host);
        return host != null
                && address.getUserInfo() == null
                && ("https".equals(address.getScheme()) || (here && "http".equals(address.getScheme())));
    }

    private static void requireAddress(String key, String text) {
        boolean plain = text.matches("https?://[^\\s/?#]+[^\\s?#]*") && !text.endsWith("/");
        if (!plain || !isTrusted(URI.create(text))) {
            throw new IllegalArgumentException(key + " is not an https address without slash at the end");
        }
    }

    private static List<String> words(Optional<String> text) {
        return text.map(String::strip)
                .filter(some -> !some.isEmpty())
                .map(some -> List.of(some.split("\\s+")))
                .orElse(List.of());
    }

    /** The keys of one provider. */
    private record Section(Config config, String prefix) {
        Optional<String> value(String key) {
            return config.getOptionalValue(prefix + key, String.class)
                    .map(String::strip)
                    .filter(text -> !text.isEmpty());
        }

        String needed(String key) {
            return value(key)
                    .orElseThrow(() ->
                            new IllegalArgumentException(String.format(Locale.ROOT, "%s%s is missing", prefix, key)));
        }
    }
}
