package journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nl.schakel.testserver.Accounts;
import nl.schakel.testserver.RunningService;
import org.junit.jupiter.api.Test;

/** The register of processing activities writes itself from the configuration of each start. */
class ProcessingRegisterIT {
    private static final String PROCESSOR = "schakel.register.verwerker";
    private static final String LOG = "schakel.bewaren.logboek";

    @Test
    void a_changed_configuration_is_a_new_version_that_everybody_reads_and_the_log_names() throws Exception {
        Path home = RunningService.newHome();
        try (RunningService service = RunningService.start(home, Map.of(PROCESSOR, "Eerst BV"))) {
            JsonObject register = register(service);
            assertThat(head(register, 0).getString("verwerker")).isEqualTo("Eerst BV");
            assertThat(head(register, 0).getInt("versie")).isOne();
            assertThat(activity(register, "toezicht-houden").getString("id"))
                    .isEqualTo("urn:schakel:verwerking:toezicht-houden:1");
            assertThat(purposeOfReading(service)).isEqualTo("urn:schakel:verwerking:toezicht-houden:1");
        }
        assertThatThrownBy(() ->
                        RunningService.start(home, Map.of(LOG, "zeven jaar")).close())
                .as("the service does not start under a register that it cannot write")
                .isInstanceOf(IllegalStateException.class);
        try (RunningService service = RunningService.start(home, Map.of(PROCESSOR, "Later BV", LOG, "P5Y"))) {
            JsonObject register = register(service);
            assertThat(head(register, 0).getInt("versie")).isEqualTo(2);
            JsonObject change = head(register, 0).getJsonArray("gewijzigd").getJsonObject(0);
            assertThat(List.of(change.getString("veld"), change.getString("was"), change.getString("wordt")))
                    .containsExactly("verwerker", "Eerst BV", "Later BV");
            assertThat(activity(register, "koppelen").getString("id")).isEqualTo("urn:schakel:verwerking:koppelen:1");
            assertThat(activity(register, "toezicht-houden").getString("id"))
                    .isEqualTo("urn:schakel:verwerking:toezicht-houden:2");
            assertThat(purposeOfReading(service)).isEqualTo("urn:schakel:verwerking:toezicht-houden:2");
            HttpResponse<String> table = get(service, "text/csv");
            assertThat(table.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
            assertThat(table.body().lines())
                    .anyMatch(line -> line.startsWith("urn:schakel:verwerking:toezicht-houden:2;2;")
                            && line.contains(";5 jaar;")
                            && line.contains("Later BV"));
        }
    }

    /** The identifier under which a privacy officer's reading of the log stands in the log. */
    private static String purposeOfReading(RunningService service) throws Exception {
        TokenClient officer =
                new TokenClient(service.uri("api/v1/"), Accounts.of("privacy").token());
        officer.get("logboek");
        JsonObject read = officer.get("logboek?handeling=log.read").json();
        return read.getJsonArray("regels")
                .getJsonObject(0)
                .getJsonObject("regel")
                .getString("purpose");
    }

    private static JsonObject register(RunningService service) throws Exception {
        HttpResponse<String> answer = get(service, "application/json");
        return new TokenClient.Answer(answer.statusCode(), answer.body()).json();
    }

    private static HttpResponse<String> get(RunningService service, String type)
            throws IOException, InterruptedException {
        URI address = service.uri("api/v1/verwerkingsactiviteiten");
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).header("Accept", type).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private static JsonObject head(JsonObject register, int place) {
        return register.getJsonObject("register").getJsonArray("versies").getJsonObject(place);
    }

    private static JsonObject activity(JsonObject register, String name) {
        return register.getJsonArray("verwerkingsactiviteiten").getValuesAs(JsonObject.class).stream()
                .filter(activity -> activity.getString("naam").equals(name))
                .findFirst()
                .orElseThrow();
    }
}
