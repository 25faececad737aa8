package journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import nl.schakel.testserver.Accounts;
import nl.schakel.testserver.RunningService;
import org.junit.jupiter.api.Test;

/** Accounts over the API, on the packaged product. */
class AccountsIT {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final RunningService service = RunningService.shared();
    private final String operator = Accounts.of("beheer").token();
    private final String name = "lvs-" + UUID.randomUUID();

    @Test
    void a_machine_works_with_its_key_until_the_key_is_revoked_or_the_account_closed() throws Exception {
        String id = json(send(operator, "POST", "accounts", machine()), 201).getString("id");
        JsonObject first = json(send(operator, "POST", "accounts/" + id + "/sleutels", "{\"dagen\":30}"), 201);
        JsonObject second = json(send(operator, "POST", "accounts/" + id + "/sleutels", "{\"dagen\":30}"), 201);
        assertThat(send(first.getString("geheim"), "GET", "leveringen", "").statusCode())
                .isEqualTo(200);
        String list = send(operator, "GET", "accounts/" + id, "").body();
        assertThat(list).contains(first.getString("id")).doesNotContain(first.getString("geheim"));
        String revoked = "accounts/" + id + "/sleutels/" + first.getString("id") + "/intrekking";
        assertThat(send(operator, "POST", revoked, "").statusCode()).isEqualTo(200);
        assertThat(send(first.getString("geheim"), "GET", "leveringen", "").statusCode())
                .isEqualTo(401);
        json(send(operator, "POST", "accounts/" + id + "/uitschakeling", ""), 200);
        json(send(operator, "POST", "accounts/" + id + "/inschakeling", ""), 200);
        assertThat(send(second.getString("geheim"), "GET", "leveringen", "").statusCode())
                .isEqualTo(401);
    }

    @Test
    void refusals_are_problems_that_repeat_nothing() throws Exception {
        String id = json(send(operator, "POST", "accounts", machine()), 201).getString("id");
        problem(send(operator, "POST", "accounts", machine()), 409, "gebruikersnaam-bezet");
        problem(send(operator, "POST", "accounts", "{\"gebruikersnaam\":\"X Y\"}"), 400, "account-onvolledig");
        problem(
                send(operator, "POST", "accounts", "{\"rollen\":[\"RESEARCHER\",\"STEWARD\"]}"),
                409,
                "rollen-niet-samen");
        problem(send(operator, "POST", "accounts/" + id + "/instelcodes", ""), 409, "account-van-andere-soort");
        problem(
                send(operator, "POST", "accounts/" + id + "/sleutels", "{\"dagen\":400}"),
                400,
                "sleutel-niet-geschikt");
        problem(send(operator, "GET", "accounts/" + UUID.randomUUID(), ""), 404, "account-onbekend");
        problem(send(operator, "GET", "accounts/x", ""), 404, "account-onbekend");
        for (String other : new String[] {"steward", "privacy", "onderzoeker", "school-99bb"}) {
            problem(send(Accounts.of(other).token(), "GET", "accounts", ""), 403, "geen-recht");
        }
    }

    @Test
    void an_operator_does_not_change_the_own_account() throws Exception {
        String list = send(operator, "GET", "accounts?rol=OPERATOR", "").body();
        String own;
        try (JsonReader reader = Json.createReader(new StringReader(list))) {
            own = reader.readArray().getValuesAs(JsonObject.class).stream()
                    .filter(account -> account.getString("gebruikersnaam").equals("beheer"))
                    .map(account -> account.getString("id"))
                    .findFirst()
                    .orElseThrow();
        }
        String more = "{\"naam\":\"Beheer\",\"rollen\":[\"OPERATOR\",\"STEWARD\"]}";
        problem(send(operator, "PUT", "accounts/" + own, more), 403, "eigen-account");
        problem(send(operator, "POST", "accounts/" + own + "/uitschakeling", ""), 403, "eigen-account");
        problem(send(operator, "POST", "accounts/" + own + "/instelcodes", ""), 403, "eigen-account");
    }

    private String machine() {
        return "{\"gebruikersnaam\":\"" + name + "\",\"naam\":\"LVS\",\"rollen\":[\"SCHOOL\"],\"brin\":\"99BB\","
                + "\"machine\":true}";
    }

    private void problem(HttpResponse<String> answer, int status, String slug) {
        JsonObject problem = json(answer, status);
        assertThat(problem.getString("type")).isEqualTo("/problemen/" + slug);
        assertThat(answer.body()).doesNotContain(name).doesNotContain("X Y");
    }

    private static JsonObject json(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }

    private HttpResponse<String> send(String token, String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.uri("api/v1/" + path))
                .header("Authorization", "Bearer " + token)
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
