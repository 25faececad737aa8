package nl.schakel.pseudonym.client;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import nl.schakel.pseudonym.CeremonyDesk;
import nl.schakel.pseudonym.CeremonyFailed;
import nl.schakel.pseudonym.KeyWish;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpCeremonyDeskTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://schakel.example",
                "HTTP://schakel.example",
                "http://localhost.example",
                "http://127.0.0.1.example",
                "http://localhost@schakel.example",
                "http://10.0.0.1:8443",
                "http://[::2]",
                "ftp://localhost",
                "file:///tmp/dienst",
                "https:///api",
                "//localhost",
                "localhost:8080",
                "schakel.example",
                ""
            })
    void tokens_are_sent_to_no_address_that_others_can_read(String address) {
        assertThatThrownBy(() -> take(address))
                .isInstanceOf(CeremonyFailed.class)
                .hasMessageContaining("begint met https://");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://localhost:1",
                "HTTPS://127.0.0.1:1",
                "http://localhost:1",
                "http://LOCALHOST:1",
                "http://127.0.0.1:1",
                "http://[::1]:1"
            })
    void an_address_over_tls_or_on_this_computer_is_tried(String address) {
        assertThatThrownBy(() -> take(address))
                .isInstanceOf(CeremonyFailed.class)
                .hasMessageContaining("niet bereikbaar");
    }

    private static void take(String address) {
        new HttpCeremonyDesk()
                .take(
                        new CeremonyDesk.Table(URI.create(address), "eerste", "tweede"),
                        new KeyWish("schorsen", Map.of(), false));
    }
}
