package nl.schakel.audit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import nl.schakel.audit.AuditEntry;
import nl.schakel.audit.CollectorFailure;
import nl.schakel.audit.ExportLines;
import nl.schakel.audit.ExportPosition;
import nl.schakel.audit.ExportedLine;
import nl.schakel.audit.InMemoryAuditTrail;
import nl.schakel.audit.Processing;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.audit.ProcessingFeed;
import nl.schakel.audit.PushLines;
import nl.schakel.audit.Subject;
import nl.schakel.audit.TestKeys;
import nl.schakel.audit.client.OtlpCollector;
import nl.schakel.audit.format.OtlpJson;
import nl.schakel.platform.database.CopiedDatabase;
import nl.schakel.platform.database.DatabaseFailure;
import nl.schakel.platform.database.Zone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines go from PostgreSQL to a receiver that speaks HTTP, which answers as a test says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PushLinesTest {
    private static final String GONE = "hang up";
    private static final String TAKEN_AND_GONE = "take and hang up";

    private final Clock clock = Clock.systemUTC();
    private final SecureRandom random = new SecureRandom();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final List<String> headers = new CopyOnWriteArrayList<>();
    private final Deque<String> answers = new ArrayDeque<>();

    private InMemoryAuditTrail trail = new InMemoryAuditTrail(clock);

    @SuppressWarnings("NullAway.Init")
    private CopiedDatabase copy;

    @SuppressWarnings("NullAway.Init")
    private HttpServer receiver;

    @BeforeAll
    void copy() throws SQLException {
        copy = new CopiedDatabase();
        for (String table : List.of("pending", "entry")) {
            copy.write("alter table audit." + table + " disable trigger user");
        }
    }

    @AfterAll
    void drop() throws SQLException {
        copy.close();
    }

    @BeforeEach
    void begin() throws IOException {
        copy.write("truncate audit.pending, audit.entry, audit.export_position");
        trail = new InMemoryAuditTrail(clock);
        received.clear();
        headers.clear();
        answers.clear();
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/v1/traces", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            headers.add(exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + exchange.getRequestHeaders().getFirst("Content-Type"));
            String answer = answers.isEmpty() ? "200 {}" : answers.remove();
            if (answer.startsWith("200 {}") || answer.equals(TAKEN_AND_GONE)) {
                received.addAll(spans(body));
            }
            if (answer.equals(GONE) || answer.equals(TAKEN_AND_GONE)) {
                exchange.close();
                return;
            }
            byte[] text = answer.substring(4).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(Integer.parseInt(answer.substring(0, 3)), text.length == 0 ? -1 : text.length);
            exchange.getResponseBody().write(text);
            exchange.close();
        });
        receiver.start();
    }

    @AfterEach
    void end() {
        receiver.stop(0);
    }

    private static List<String> spans(byte[] body) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
            return reader
                    .readObject()
                    .getJsonArray("resourceSpans")
                    .getJsonObject(0)
                    .getJsonArray("scopeSpans")
                    .getJsonObject(0)
                    .getJsonArray("spans")
                    .getValuesAs(JsonObject.class)
                    .stream()
                    .map(span -> span.getString("spanId"))
                    .toList();
        }
    }

    private void process(int subjects) throws Exception {
        List<Subject> pupils = IntStream.range(0, subjects)
                .mapToObj(i -> {
                    byte[] key = new byte[32];
                    random.nextBytes(key);
                    return Subject.of(key);
                })
                .toList();
        copy.committed(Zone.LINK, null, database -> new PostgresProcessingLog(
                        database, new TestKeys(), InMemoryAuditTrail.stamps(clock))
                .append(
                        Zone.LINK,
                        Processing.ok(ProcessingActivity.LINK, "Koppelen", clock.instant(), clock.instant()),
                        pupils));
        copy.write(
                "insert into audit.entry (seq, id, t, kind, entry) select (select count(*) from audit.entry), id, t, kind,"
                        + " entry from audit.pending");
        copy.write("delete from audit.pending");
    }

    private PushLines push() {
        String address = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/v1/traces";
        return new PushLines(
                new ExportLines(new CopiedFeed()),
                new OtlpCollector(Optional.of(address), Optional.of("Authorization: Bearer geheim"), new OtlpJson()));
    }

    private List<String> all() throws Exception {
        return new CopiedFeed()
                .from(ExportPosition.START, 1_000_000).stream()
                        .map(each -> each.line().span())
                        .toList();
    }

    @Test
    void every_line_arrives_once_and_in_order_and_later_ones_when_they_come() throws Exception {
        process(3);
        process(0);
        process(2 * PushLines.MESSAGE + 17);
        push().round();
        assertThat(received).containsExactlyElementsOf(all()).hasSize(3 + 3 + 2 * PushLines.MESSAGE + 17);
        assertThat(headers).hasSize(3).allMatch(header -> header.equals("Bearer geheim application/json"));
        push().round();
        assertThat(headers).as("nothing new, nothing sent").hasSize(3);
        process(5);
        push().round();
        assertThat(received).containsExactlyElementsOf(all());
        assertThat(trail.said())
                .extracting(entry -> entry.details().get("lines"))
                .containsExactly(2L * PushLines.MESSAGE + 23, 6L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"503 later", "429 ", "502 ", "504 ", GONE})
    void what_was_not_acknowledged_is_sent_again_and_nothing_twice(String answer) throws Exception {
        process(3 * PushLines.MESSAGE);
        answers.addAll(List.of("200 {}", answer));
        PushLines push = push();
        assertThatThrownBy(push::round)
                .isInstanceOfSatisfying(CollectorFailure.class, failure -> assertThat(failure.forGood())
                        .isFalse());
        assertThat(received).hasSize(PushLines.MESSAGE);
        push.round();
        assertThat(received).containsExactlyElementsOf(all());
    }

    @Test
    void where_nobody_knows_whether_lines_arrived_they_are_sent_again() throws Exception {
        process(2 * PushLines.MESSAGE);
        answers.addAll(List.of("200 {}", TAKEN_AND_GONE));
        PushLines push = push();
        assertThatThrownBy(push::round).isInstanceOf(CollectorFailure.class);
        push.round();
        List<String> all = all();
        assertThat(received).containsAll(all);
        assertThat(received.subList(received.size() - PushLines.MESSAGE - 1, received.size()))
                .as("from the first that was not acknowledged")
                .containsExactlyElementsOf(all.subList(PushLines.MESSAGE, all.size()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "400 {\"message\":\"no\"}",
                "401 ",
                "404 ",
                "413 ",
                "500 ",
                "302 ",
                "204 ",
                "200 <html>welcome</html>",
                "200 []",
                "200 {\"partialSuccess\":{\"rejectedSpans\":\"1\",\"errorMessage\":\"no\"}}",
                "200 {\"partialSuccess\":{\"rejectedSpans\":1}}",
                "200 {\"partialSuccess\":{\"rejectedSpans\":\"many\"}}",
                "200 {\"partialSuccess\":{\"rejectedSpans\":true}}"
            })
    void what_is_refused_for_good_is_not_passed_over_and_not_tried_again_until_the_next_start(String answer)
            throws Exception {
        process(4);
        received.clear();
        answers.add(answer);
        PushLines push = push();
        assertThatThrownBy(push::round)
                .isInstanceOfSatisfying(CollectorFailure.class, failure -> assertThat(failure.forGood())
                        .isTrue());
        push.round();
        assertThat(headers).as("asked once").hasSize(1);
        assertThat(new CopiedFeed().position()).isEqualTo(ExportPosition.START);
        received.clear();
        push().round();
        assertThat(received).containsExactlyElementsOf(all());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"200 ", "200 {}", "200 {\"partialSuccess\":{\"rejectedSpans\":\"0\",\"errorMessage\":\"slow\"}}"
            })
    void an_answer_that_rejects_nothing_is_an_acknowledgement(String answer) throws Exception {
        process(1);
        answers.add(answer);
        push().round();
        assertThat(new CopiedFeed().position()).isEqualTo(new ExportPosition(0, 1));
    }

    @Test
    void two_that_hand_over_at_once_are_noticed_and_a_position_never_goes_back() throws Exception {
        process(5);
        ProcessingFeed feed = new CopiedFeed();
        AuditEntry entry = AuditEntry.bySystem("processing.export", ProcessingActivity.OVERSEE);
        feed.acknowledge(ExportPosition.START, new ExportPosition(0, 3), entry);
        assertThatThrownBy(() -> feed.acknowledge(ExportPosition.START, new ExportPosition(0, 4), entry))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> feed.acknowledge(new ExportPosition(0, 3), new ExportPosition(0, 2), entry))
                .isInstanceOf(DatabaseFailure.class);
        assertThat(feed.position()).isEqualTo(new ExportPosition(0, 3));
        assertThat(feed.from(feed.position(), 1)).hasSize(1);
    }

    @Test
    void without_a_collector_nothing_is_read() {
        new PushLines(
                        new ExportLines(new CopiedFeed() {
                            @Override
                            public ExportPosition position() {
                                throw new AssertionError();
                            }
                        }),
                        new OtlpCollector(Optional.empty(), Optional.empty(), new OtlpJson()))
                .round();
        assertThat(received).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            http://collector.example/v1/traces | Authorization: Bearer x
            http://127.0.0.1.example/v1/traces | Authorization: Bearer x
            ftp://127.0.0.1/v1/traces          | Authorization: Bearer x
            collector                          | Authorization: Bearer x
            file:///tmp/traces                 | Authorization: Bearer x
            https://collector.example/v1/traces | Bearer x
            https://collector.example/v1/traces | : x
            """)
    void an_address_without_tls_or_a_header_without_name_is_refused_at_the_start(String address, String header) {
        assertThatThrownBy(() -> new OtlpCollector(Optional.of(address), Optional.of(header), new OtlpJson()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("schakel.otlp.");
    }

    /** The feed on the copy, each call a transaction of its own. */
    private class CopiedFeed implements ProcessingFeed {
        private <T> T call(CopiedWork<T> work) {
            try {
                return copy.committed(
                        Zone.LOG,
                        null,
                        database -> work.on(new PostgresProcessingFeed(
                                database, (zone, entry) -> trail.append(zone, entry), clock)));
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public ExportPosition position() {
            return call(ProcessingFeed::position);
        }

        @Override
        public List<ExportedLine> from(ExportPosition position, int most) {
            return new ArrayList<>(call(feed -> feed.from(position, most)));
        }

        @Override
        public void acknowledge(ExportPosition before, ExportPosition after, AuditEntry entry) {
            call(feed -> {
                feed.acknowledge(before, after, entry);
                return after;
            });
        }
    }

    /** Something done with the feed. */
    @FunctionalInterface
    private interface CopiedWork<T> {
        T on(ProcessingFeed feed) throws IOException;
    }
}
