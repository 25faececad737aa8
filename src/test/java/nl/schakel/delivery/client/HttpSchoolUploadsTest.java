package nl.schakel.delivery.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.schakel.delivery.SchoolUploads;
import nl.schakel.delivery.SchoolUploads.NotDelivered;
import nl.schakel.pseudonym.Canaries;
import nl.schakel.pseudonym.EvaluatedNumber;
import nl.schakel.pseudonym.Evaluations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The token goes over https or to this machine, and an answer that is not the service's is told in one line. */
class HttpSchoolUploadsTest {
    private static final String KEY = "02" + "a1".repeat(32);
    private static final String Y = "A".repeat(43);
    private static final String KANARIES_1 = "\"kanaries\":[{\"uitkomst\":\"" + Y + "\"},{\"uitkomst\":\"" + Y + "\"}]";
    private static final String KANARIES_2 = KANARIES_1.replace(Y, "2." + Y);
    private static final String POINT = "A2sX0fLhLEJH+Lzm5WOkQPJ3A32BLeszoPShOUXYmMKW";

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

    @Test
    void while_a_change_is_open_both_versions_are_read_the_newest_first() throws IOException {
        answered(200, answer(2, KANARIES_2, answer(1, KANARIES_1, "")), session -> assertThat(session.canaries())
                .extracting(Canaries::version, Canaries::publicKey)
                .containsExactly(tuple(2, KEY), tuple(1, KEY)));
        answered(200, answer(1, KANARIES_1, ""), session -> assertThat(session.canaries())
                .singleElement()
                .satisfies(one -> assertThat(one.outputs())
                        .extracting(EvaluatedNumber::text)
                        .containsOnly(Y)));
        String points = "\"evaluaties\":[\"" + POINT + "\"]";
        answered(200, answer(2, points, answer(1, points, "")), session -> assertThat(session.evaluate(List.of()))
                .extracting(Evaluations::version, one -> one.points().size())
                .containsExactly(tuple(2, 1), tuple(1, 1)));
        answered(200, answer(7, points, ""), session -> assertThat(session.evaluate(List.of()))
                .extracting(Evaluations::version)
                .containsExactly(7));
    }

    static Stream<String> unreadable() {
        String good = answer(1, KANARIES_1, "");
        return Stream.of(
                "{}",
                good.replace("\"versie\":1", "\"versie\":0"),
                good.replace("\"versie\":1", "\"versie\":1.5"),
                good.replace("\"versie\":1", "\"versie\":4294967297"),
                good.replace("\"versie\":1", "\"versie\":\"1\""),
                good.replace("\"versie\":1", "\"versie\":2"),
                good.replace("\"versie\":1,", ""),
                good.replace(KEY, KEY.substring(2)),
                good.replace(KEY, KEY + "0"),
                good.replace(KEY, "04" + KEY.substring(2)),
                good.replace("\"" + KEY + "\"", "null"),
                good.replace(Y, Y + "="),
                good.replace(Y, "123456782"),
                good.replace(Y, Y + "+" + Y),
                good.replace("[{\"uitkomst\":\"" + Y + "\"},", "["),
                good.replace("[{\"uitkomst\":\"" + Y + "\"},", "[\"" + Y + "\","),
                good.replace("\"kanaries\":[", "\"kanaries\":{\"een\":[").replace("]}", "]}}"),
                answer(1, KANARIES_1, "null"),
                answer(1, KANARIES_1, "[]"),
                answer(2, KANARIES_2, "{}"),
                answer(1, KANARIES_1, good),
                answer(1, KANARIES_1, answer(2, KANARIES_2, "")));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void other_than_the_contract_says_is_a_failure_of_one_line(String body) throws IOException {
        String points = body.replaceAll("\"uitkomst\":\"[^\"]*\"", "\"punt\":1").replace("kanaries", "evaluaties");
        answered(200, body, session -> assertThatThrownBy(session::canaries)
                .isInstanceOf(NotDelivered.class)
                .hasMessage("het antwoord van de dienst is niet te lezen"));
        answered(200, points, session -> assertThatThrownBy(() -> session.evaluate(List.of()))
                .isInstanceOf(NotDelivered.class)
                .hasMessage("het antwoord van de dienst is niet te lezen"));
    }

    /** An answer of the contract. */
    private static String answer(int version, String content, String earlier) {
        return "{\"versie\":" + version + ",\"sleutel\":\"" + KEY + "\"," + content
                + (earlier.isEmpty() ? "" : ",\"vorige\":" + earlier) + "}";
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
