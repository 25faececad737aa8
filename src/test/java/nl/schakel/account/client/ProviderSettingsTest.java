package nl.schakel.account.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderSettingsTest {
    private static final Map<String, String> GOOD = Map.of(
            "schakel.adres", "https://schakel.example",
            "schakel.openid.diensten", " entree  surf ",
            "schakel.openid.entree.uitgever", "https://aselect.example/oidc",
            "schakel.openid.entree.naam", "Entree Federatie",
            "schakel.openid.entree.client-id", "schakel",
            "schakel.openid.entree.claim-brin", "nlEduPersonHomeOrganizationId",
            "schakel.openid.surf.uitgever", "https://connect.example",
            "schakel.openid.surf.client-id", "schakel-surf",
            "schakel.openid.surf.bereik", "profile",
            "schakel.openid.surf.acr", "urn:mfa urn:more");

    @Test
    void providers_are_read_in_their_order() {
        List<ProviderSettings> read = read(Map.of());
        assertThat(read).hasSize(2);
        ProviderSettings entree = read.get(0);
        assertThat(entree.offer().label()).isEqualTo("Entree Federatie");
        assertThat(entree.claims().asked()).containsExactly("nlEduPersonHomeOrganizationId");
        assertThat(entree.scopes()).containsExactly("openid");
        assertThat(entree.secretFile()).isEmpty();
        assertThat(entree.returning())
                .isEqualTo(URI.create("https://schakel.example/portaal/aanmelden/bij/entree/terug"));
        ProviderSettings surf = read.get(1);
        assertThat(surf.offer().label()).isEqualTo("surf");
        assertThat(surf.scopes()).containsExactlyInAnyOrder("openid", "profile");
        assertThat(surf.claims().strong()).containsExactly("urn:mfa", "urn:more");
        assertThat(ProviderSettings.read(new Fixed(Map.of()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "schakel.adres,''",
        "schakel.adres,http://schakel.example",
        "schakel.adres,https://schakel.example/",
        "schakel.adres,https://schakel.example?x=1",
        "schakel.adres,schakel.example",
        "schakel.adres,https://naam:geheim@schakel.example",
        "schakel.openid.diensten,entree Surf",
        "schakel.openid.diensten,entree onbekend",
        "schakel.openid.entree.uitgever,http://aselect.example",
        "schakel.openid.entree.uitgever,https://aselect.example/oidc/",
        "schakel.openid.entree.uitgever,https://aselect.example/#a",
        "schakel.openid.entree.uitgever,ldap://aselect.example",
        "schakel.openid.entree.client-id,' '",
        "schakel.openid.entree.organisaties,uni.example",
        "schakel.openid.entree.claim-recht,eduperson_entitlement"
    })
    void a_wrong_value_stops_the_start(String key, String value) {
        assertThatThrownBy(() -> read(Map.of(key, value))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:1", "http://localhost/x", "https://a.example"})
    void secrets_go_over_tls_or_stay_on_the_machine(String address) {
        assertThat(ProviderSettings.isTrusted(URI.create(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://a.example",
                "http://localhost.example",
                "ftp://a.example",
                "https:///x",
                "file:///etc/passwd",
                "https://u@a.example",
                "//a.example",
                "x"
            })
    void and_go_nowhere_else(String address) {
        assertThat(ProviderSettings.isTrusted(URI.create(address))).isFalse();
    }

    @Test
    void every_key_of_a_provider_is_documented() throws IOException {
        String page = Files.readString(Path.of("docs/operations/configuration.md"));
        assertThat(ProviderSettings.KEYS)
                .allSatisfy(key -> assertThat(page).contains("| `schakel.openid.<naam>." + key + "` |"));
        String source = Files.readString(Path.of("src/main/java/nl/schakel/account/client/ProviderSettings.java"));
        assertThat(ProviderSettings.KEYS).allSatisfy(key -> assertThat(source.split("\"" + key + "\"", -1))
                .hasSize(3));
    }

    private static List<ProviderSettings> read(Map<String, String> changed) {
        Map<String, String> values = new HashMap<>(GOOD);
        values.putAll(changed);
        return ProviderSettings.read(new Fixed(values));
    }

    /** A configuration of fixed texts. */
    private record Fixed(Map<String, String> values) implements Config {
        @Override
        public <T> Optional<T> getOptionalValue(String name, Class<T> type) {
            return Optional.ofNullable(values.get(name)).map(type::cast);
        }

        @Override
        public <T> T getValue(String name, Class<T> type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ConfigValue getConfigValue(String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Iterable<String> getPropertyNames() {
            return values.keySet();
        }

        @Override
        public Iterable<ConfigSource> getConfigSources() {
            return List.of();
        }

        @Override
        public <T> Optional<Converter<T>> getConverter(Class<T> type) {
            return Optional.empty();
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            throw new UnsupportedOperationException();
        }
    }
}
