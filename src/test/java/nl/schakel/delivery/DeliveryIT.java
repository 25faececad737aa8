package nl.schakel.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.schakel.testserver.Accounts;
import nl.schakel.testserver.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Delivering over HTTP to the packaged product. */
class DeliveryIT {
    private static final String SCHOOL = "school-99xx";
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void a_school_delivers_checks_repeats_approves_and_withdraws() throws Exception {
        String file = results("99XX", UUID.randomUUID().toString());
        HttpResponse<String> checked = post(SCHOOL, "api/v1/leveringen?proef=true", "", file);
        assertThat(checked.statusCode()).as(checked.body()).isEqualTo(200);
        assertThat(checked.body()).contains("\"status\":\"gecontroleerd\"").doesNotContain("ontvangstnummer");

        HttpResponse<String> sent = post(SCHOOL, "api/v1/leveringen", "toets-sleutel-1", file);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
        assertThat(sent.body()).contains("\"opgenomen\":2", "\"regels\":3", "\"geweigerd\":1", "LV-0231");
        HttpResponse<String> again = post(SCHOOL, "api/v1/leveringen", "toets-sleutel-1", file);
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(sent.headers().firstValue("Location"));
        assertThat(again.body()).contains("\"herhaling\":true");

        String path = "api/v1/leveringen/" + id(sent);
        assertThat(get(SCHOOL, path).body()).contains("\"status\":\"ontvangen\"");
        assertThat(get(SCHOOL, "api/v1/leveringen").body()).contains(id(sent));
        assertThat(post(SCHOOL, path + "/goedkeuring", "", "").body()).contains("\"status\":\"goedgekeurd\"");
        assertThat(post(SCHOOL, path + "/intrekking", "", "").body()).contains("\"status\":\"ingetrokken\"");
        assertThat(post(SCHOOL, path + "/intrekking", "", "").statusCode()).isEqualTo(409);
    }

    @Test
    void another_school_finds_nothing() throws Exception {
        String file = results("99XX", UUID.randomUUID().toString());
        String id = id(post(SCHOOL, "api/v1/leveringen", "toets-sleutel-2", file));
        String path = "api/v1/leveringen/" + id;
        assertThat(get("school-99zz", path).statusCode()).isEqualTo(404);
        assertThat(post("school-99zz", path + "/goedkeuring", "", "").statusCode())
                .isEqualTo(404);
        assertThat(post("school-99zz", path + "/intrekking", "", "").statusCode())
                .isEqualTo(404);
        assertThat(get("school-99zz", "api/v1/leveringen").body()).doesNotContain(id);
        assertThat(get(SCHOOL, path).body()).contains("\"status\":\"ontvangen\"");
    }

    @Test
    void another_file_under_the_same_key_is_a_conflict() throws Exception {
        post(SCHOOL, "api/v1/leveringen", "toets-sleutel-3", results("99XX", "a" + UUID.randomUUID()));
        HttpResponse<String> other =
                post(SCHOOL, "api/v1/leveringen", "toets-sleutel-3", results("99XX", "b" + UUID.randomUUID()));
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.body()).contains("verzendsleutel-al-gebruikt");
    }

    @ParameterizedTest
    @CsvSource({
        "<a/>, toets-sleutel-9, 400, onbekend-bestandsformaat",
        "'', toets-sleutel-9, 400, leeg-bestand",
        "<a/>, kort, 400, verzendsleutel-onjuist",
        "<a/>, '', 400, verzendsleutel-onjuist"
    })
    void what_cannot_be_used_is_a_problem(String file, String key, int status, String slug) throws Exception {
        HttpResponse<String> answer = post(SCHOOL, "api/v1/leveringen", key, file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains(slug);
    }

    @Test
    void nobody_else_delivers() throws Exception {
        String file = results("99XX", "x");
        assertThat(post("onderzoeker", "api/v1/leveringen", "toets-sleutel-8", file)
                        .statusCode())
                .isEqualTo(403);
        HttpRequest anonymous = HttpRequest.newBuilder(RunningService.shared().uri("api/v1/leveringen"))
                .header("Content-Type", "application/xml")
                .POST(BodyPublishers.ofString(file))
                .build();
        assertThat(client.send(anonymous, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
    }

    private static String results(String brin, String pupil) {
        String result = "<resultaat key=\"%s\"><afnamedatum>2022-01-%s</afnamedatum><toetscode>RW</toetscode>"
                + "<score>%s</score></resultaat>";
        return "<leerresultaten_verzoek xmlns=\"http://www.edustandaard.nl/leerresultaten/2/leerresultaten\"><school>"
                + "<schooljaar>2021-2022</schooljaar><brincode>" + brin
                + "</brincode><xsdversie>2.2</xsdversie></school>"
                + "<toetsafnames><toetsafname><leerlingid>" + pupil + "</leerlingid><resultaten>"
                + result.formatted("r1", "25", "41") + result.formatted("r2", "26", "42")
                + result.formatted("r3", "27", "4x")
                + "</resultaten></toetsafname></toetsafnames><toetsen><toets><toetscode>RW</toetscode></toets></toetsen>"
                + "</leerresultaten_verzoek>";
    }

    private static String id(HttpResponse<String> answer) {
        Matcher id = ID.matcher(answer.body());
        assertThat(id.find()).as(answer.body()).isTrue();
        return id.group(1);
    }

    private HttpResponse<String> post(String user, String path, String key, String body) throws Exception {
        HttpRequest.Builder request = request(user, path).header("Content-Type", "application/xml");
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        return client.send(request.POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String user, String path) throws Exception {
        return client.send(request(user, path).GET().build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String user, String path) {
        return HttpRequest.newBuilder(RunningService.shared().uri(path))
                .header("Authorization", "Bearer " + Accounts.of(user).token());
    }
}
