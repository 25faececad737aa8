package journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import nl.schakel.testserver.Accounts;
import nl.schakel.testserver.RunningService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A supplier's trace goes on in the processing log, where a privacy officer reads it by the rules of the read extension. */
class ProcessingLogIT {
    private static final int PUPILS = 7;
    private static final String TRACE = UUID.randomUUID().toString().replace("-", "");
    private static final String SPAN = "00f067aa0ba902b7";
    private static final String LOG = "logboek/dataverwerkingen";
    private static final RunningService SERVICE = RunningService.shared();

    @SuppressWarnings("NullAway.Init")
    private static HttpResponse<String> delivered;

    @BeforeAll
    static void deliver() throws Exception {
        HttpRequest delivery = HttpRequest.newBuilder(SERVICE.uri("api/v1/leveringen"))
                .header("Authorization", "Bearer " + Accounts.of("school-99zz").token())
                .header("Content-Type", "application/xml")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("traceparent", "00-" + TRACE + "-" + SPAN + "-01")
                .POST(BodyPublishers.ofByteArray(MadeUpFiles.pupils("99ZZ", PUPILS)))
                .build();
        delivered = HttpClient.newHttpClient().send(delivery, BodyHandlers.ofString());
        assertThat(delivered.statusCode()).as(delivered.body()).isIn(200, 201);
    }

    private static TokenClient as(String user) {
        return new TokenClient(SERVICE.uri("api/v1/"), Accounts.of(user).token());
    }

    private static List<JsonObject> lines(TokenClient.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().getJsonArray("dataverwerkingen").getValuesAs(JsonObject.class);
    }

    @Test
    void the_answer_names_the_trace_and_the_log_has_the_call_the_operation_and_each_pupil_below_one_another()
            throws Exception {
        String answered = delivered.headers().firstValue("traceparent").orElse("");
        assertThat(answered).matches("00-" + TRACE + "-[0-9a-f]{16}-01").doesNotContain(SPAN);
        List<JsonObject> lines = lines(as("privacy").get(LOG + "?trace_id=" + TRACE));
        assertThat(lines).hasSizeGreaterThanOrEqualTo(1 + PUPILS);
        JsonObject operation = lines.get(0);
        assertThat(operation.getString("parent_span_id")).isEqualTo(SPAN);
        assertThat(answered).contains(operation.getString("span_id"));
        assertThat(operation.getJsonObject("attributes").keySet()).containsExactly("dpl.core.processing_activity_id");
        assertThat(lines.subList(1, 1 + PUPILS)).allSatisfy(line -> {
            assertThat(line.getString("trace_id")).isEqualTo(TRACE);
            assertThat(line.getString("parent_span_id")).isEqualTo(operation.getString("span_id"));
            assertThat(line.getString("start_time")).matches("20[0-9]{2}-[0-9-]{5}T[0-9:]{8}\\.[0-9]{3}Z");
            assertThat(line.getJsonObject("attributes").getString("dpl.core.data_subject_id"))
                    .matches("[0-9a-f]{64}");
        });
        assertThat(delivered.body()).as("a school learns no hash").doesNotContain("data_subject");
    }

    @Test
    void a_subject_is_asked_for_in_a_body_and_its_reading_is_logged_without_it() throws Exception {
        TokenClient officer = as("privacy");
        JsonObject some = lines(officer.get(LOG + "?trace_id=" + TRACE)).get(1);
        String subject = some.getJsonObject("attributes").getString("dpl.core.data_subject_id");
        String body = Json.createObjectBuilder()
                .add("start_time", some.getString("start_time"))
                .add("attributes", Json.createObjectBuilder().add("dpl.core.data_subject_id", subject))
                .build()
                .toString();
        assertThat(lines(officer.post(LOG, body))).isNotEmpty().allSatisfy(line -> assertThat(
                        line.getJsonObject("attributes").getString("dpl.core.data_subject_id"))
                .isEqualTo(subject));
        TokenClient.Answer log = officer.get("logboek?handeling=processing.read");
        assertThat(log.json().getJsonArray("regels")).isNotEmpty();
        assertThat(log.body()).doesNotContain(subject);
        TokenClient.Answer inAddress = officer.get(LOG + "?dpl.core.data_subject_id=" + subject);
        assertThat(inAddress.status()).isEqualTo(400);
        assertThat(inAddress.body()).contains("betrokkene-in-adres").doesNotContain(subject);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
            privacy     | 400 | zoekvraag-te-ruim | ?
            privacy     | 400 | zoekvraag-te-ruim | ?start_time=2026-01-01T00:00:00Z
            privacy     | 400 | zoekvraag-te-ruim | ?alles=true
            privacy     | 400 | filter-onjuist    | ?trace_id=1
            privacy     | 400 | filter-onjuist    | ?dpl.core.processing_activity_id=koppelen
            school-99zz | 403 | geen-recht        | ?trace_id=4bf92f3577b34da6a3ce929d0e0e4736
            onderzoeker | 403 | geen-recht        | ?trace_id=4bf92f3577b34da6a3ce929d0e0e4736
            steward     | 403 | geen-recht        | ?trace_id=4bf92f3577b34da6a3ce929d0e0e4736
            beheer      | 403 | geen-recht        | ?trace_id=4bf92f3577b34da6a3ce929d0e0e4736
            """)
    void what_may_not_be_asked_is_refused(String user, int status, String slug, String query) throws Exception {
        TokenClient.Answer answer = as(user).get(LOG + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(slug);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            zoekvraag-te-ruim | {}
            zoekvraag-te-ruim | {"attributes": {}}
            zoekvraag-te-ruim | {"attributes": "dpl.core.data_subject_id"}
            zoekvraag-te-ruim | {"brin": "99ZZ"}
            filter-onjuist    | {"trace_id": 1}
            filter-onjuist    | {"trace_id": ["4bf92f3577b34da6a3ce929d0e0e4736"]}
            filter-onjuist    | {"trace_id": "4bf92f3577b34da6a3ce929d0e0e4736", "start_time": 1764068470669}
            filter-onjuist    | {"attributes": {"dpl.core.data_subject_id": "123456782"}}
            filter-onjuist    | {"trace_id": "4bf92f3577b34da6a3ce929d0e0e4736", "attributes": {"trace_id": "4bf92f3577b34da6a3ce929d0e0e4737"}}
            """)
    void a_body_that_asks_too_much_or_otherwise_is_refused(String slug, String body) throws Exception {
        TokenClient.Answer answer = as("privacy").post(LOG, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(slug).doesNotContain("123456782");
    }
}
