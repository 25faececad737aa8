package nl.schakel.delivery.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import nl.schakel.delivery.SchoolUploads;
import nl.schakel.delivery.SchoolUploads.NotDelivered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The token goes over https or to this machine, and an answer that is not the service's is told in one line. */
class HttpSchoolUploadsTest {
    private final SchoolUploads uploads = new HttpSchoolUploads();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "schakel.example",
                "http://schakel.example",
                "http://127.0.0.1.schakel.example",
                "http://localhost@schakel.example",
                "http:localhost",
                "ftp://localhost",
                "file:///etc/hosts",
                "https:///pad"
            })
    void no_other_address_than_https_gets_the_token(String address) {
        assertThatThrownBy(() -> uploads.at(URI.create(address), "geheim"))
                .isInstanceOf(NotDelivered.class)
                .hasMessageContaining("https://")
                .hasMessageContaining("niets verstuurd");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://schakel.example",
                "HTTPS://schakel.example:8443",
                "http://localhost:8080",
                "http://127.0.0.1:8080/",
                "http://[::1]:8080"
            })
    void https_and_this_machine_are_taken(String address) {
        assertThat(uploads.at(URI.create(address), "geheim")).isNotNull();
    }

    @Test
    void the_page_of_a_proxy_is_a_failure_of_one_line() throws IOException {
        answered(502, "<html><body>Bad Gateway\nlater</body></html>", session -> {
            assertThatThrownBy(session::canaries).satisfies(HttpSchoolUploadsTest::ofAProxy);
            assertThatThrownBy(() -> session.evaluate(List.of())).satisfies(HttpSchoolUploadsTest::ofAProxy);
            assertThatThrownBy(() -> session.deliver(Map.of("wijze", "blind"), "k", InputStream::nullInputStream))
                    .satisfies(HttpSchoolUploadsTest::ofAProxy);
        });
    }

    private static void ofAProxy(Throwable failure) {
        assertThat(failure)
                .isInstanceOf(NotDelivered.class)
                .hasMessageContaining("status 502")
                .hasMessageNotContainingAny("\n", "Gateway");
    }

    @Test
    void what_the_service_refuses_is_told_in_its_words() throws IOException {
        String problem = "{\"title\":\"Het hoogste aantal is bereikt\",\"detail\":\"Vraag om meer ruimte.\"}";
        answered(429, problem, session -> {
            assertThatThrownBy(session::canaries)
                    .isInstanceOf(NotDelivered.class)
                    .hasMessageContaining("Vraag om meer ruimte.");
            SchoolUploads.Answer answer = session.deliver(Map.of(), "k", InputStream::nullInputStream);
            assertThat(answer).isEqualTo(new SchoolUploads.Answer(false, problem));
        });
    }

    /** What a session does against a service that always answers this. */
    private interface Use {
        void with(SchoolUploads.Session session) throws IOException;
    }

    private void answered(int status, String body, Use use) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            use.with(uploads.at(
                    URI.create("http://localhost:" + server.getAddress().getPort()), "geheim"));
        } finally {
            server.stop(0);
        }
    }
}
