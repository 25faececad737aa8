package journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.schakel.testserver.Accounts;
import nl.schakel.testserver.RunningService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Custodians close a change of keys over the API, as {@code schakel keys close} does, and by the form of the keys page. Each
 * test opens a change for three persons, one of whom objects; none is seen again.
 */
class CloseChangeIT {
    private static final int PERSONS = 3;
    private static final String STEPS = "sleutelhandelingen";
    private static final String RIGHT = counted(PERSONS, 1);
    private static final String OPEN = "select count(*) from pseudonym.earlier_number";
    private static final Pattern STEP = Pattern.compile("sleutels/handelingen/([0-9a-f-]{36})/bevestiging");

    @SuppressWarnings("NullAway.Init")
    private static RunningService service;

    @SuppressWarnings("NullAway.Init")
    private static Ceremony ceremony;

    @BeforeAll
    static void start() throws Exception {
        ceremony = Ceremony.in(RunningService.newHome());
        service = RunningService.start(ceremony.home(), ceremony.properties());
        assertTaken(ceremony.step(service, "b", "create", "link/2", "link/3"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void open() throws Exception {
        HttpRequest delivery = HttpRequest.newBuilder(service.uri("api/v1/leveringen"))
                .header("Authorization", "Bearer " + Accounts.of("school-99zz").token())
                .header("Content-Type", "application/xml")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofByteArray(MadeUpFiles.pupils("99ZZ", PERSONS)))
                .build();
        HttpResponse<String> delivered = HttpClient.newHttpClient().send(delivery, BodyHandlers.ofString());
        assertThat(delivered.statusCode()).as(delivered.body()).isEqualTo(201);
        try (Connection connection = service.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "insert into consent.objection select gen_random_uuid(), '99ZZ', p, 'yesterday', 'yesterday'"
                            + " from pseudonym.person where lp is not null limit 1");
        }
        assertTaken(ceremony.step(
                service, "b", "open", "link/" + (1 + number("select generation from pseudonym.in_force"))));
        assertThat(number(OPEN)).isEqualTo(PERSONS);
    }

    @Test
    void over_the_api_with_the_right_counts_and_two_custodians_only() throws Exception {
        TokenClient first = as("sleutel-b-1");
        TokenClient second = as("sleutel-b-2");
        JsonObject uncounted = first.get("sleutels").json();
        assertThat(uncounted).containsKeys("reeks", "wissel").doesNotContainKey("nietTeruggezien");
        assertThat(uncounted.getJsonObject("wissel").getJsonObject("besluit").getString("bevestigd"))
                .isNotEmpty();
        assertLost(first.get("sleutels?tellen=true").json());
        wishesRefused(first);
        for (String user : List.of("sleutel-a-1", "sleutel-log-1")) {
            problem(as(user).post(STEPS, closing(RIGHT)), 409, "schorsing-past-niet");
        }
        for (String user : List.of("beheer", "steward", "privacy", "onderzoeker", "school-99zz")) {
            problem(as(user).post(STEPS, closing(RIGHT)), 403, "geen-recht");
        }
        for (String fewer : List.of(counted(PERSONS - 1, 1), counted(PERSONS, 0), counted(0, 0))) {
            String step = proposed(first, fewer);
            TokenClient.Answer refused = second.post(step + "/bevestiging", "");
            problem(refused, 409, "reekswissel-geweigerd");
            assertThat(refused.json().getString("reden")).isEqualTo("meer-niet-teruggezien");
            assertThat(number(OPEN)).as("nothing is erased").isEqualTo(PERSONS);
            assertThat(second.post(step + "/afwijzing", "").status()).isEqualTo(200);
            problem(second.post(step + "/bevestiging", ""), 409, "sleutelhandeling-afgedaan");
        }
        String step = proposed(first, RIGHT);
        problem(first.post(step + "/bevestiging", ""), 403, "zelfde-sleutelbewaarder");
        problem(as("sleutel-a-1").post(step + "/bevestiging", ""), 404, "sleutelhandeling-onbekend");
        problem(as("beheer").post(step + "/bevestiging", ""), 403, "geen-recht");
        assertThat(number(OPEN)).isEqualTo(PERSONS);
        JsonObject closed = second.post(step + "/bevestiging", "").json();
        assertThat(closed.getString("staat", closed.toString())).isEqualTo("BEVESTIGD");
        assertLost(closed);
        assertClosed();
        String again = proposed(first, counted(0, 0));
        TokenClient.Answer refused = second.post(again + "/bevestiging", "");
        problem(refused, 409, "reekswissel-geweigerd");
        assertThat(refused.json().getString("reden")).isEqualTo("niet-open");
        assertThat(first.post(again + "/afwijzing", "").status()).isEqualTo(200);
    }

    private static void assertLost(JsonObject told) {
        JsonObject lost = told.getJsonObject("nietTeruggezien");
        assertThat(lost.getInt("personen")).isEqualTo(PERSONS);
        assertThat(lost.getInt("metBesluit")).isOne();
    }

    /** Each says what is wrong; nothing waits for a confirmation. */
    private static void wishesRefused(TokenClient custodian) throws Exception {
        for (String counts : List.of(
                "",
                ",\"nietTeruggezien\":null",
                ",\"nietTeruggezien\":{}",
                ",\"nietTeruggezien\":{\"personen\":3}",
                ",\"nietTeruggezien\":{\"metBesluit\":1}",
                counted(-1, 1),
                counted(PERSONS, -1))) {
            TokenClient.Answer refused = custodian.post(STEPS, closing(counts));
            problem(refused, 400, "sleutelhandeling-onjuist");
            assertThat(refused.body()).as(counts).contains("KS-08", "\"nietTeruggezien\"");
        }
        TokenClient.Answer keys = custodian.post(
                STEPS, "{\"handeling\":\"sluiten\",\"sleutels\":[{\"sleutel\":\"link/1\"}]" + RIGHT + "}");
        problem(keys, 400, "sleutelhandeling-onjuist");
        assertThat(keys.body()).contains("KS-02").doesNotContain("KS-08");
        TokenClient.Answer elsewhere = custodian.post(STEPS, "{\"handeling\":\"schorsen\"" + RIGHT + "}");
        problem(elsewhere, 400, "sleutelhandeling-onjuist");
        assertThat(elsewhere.body()).contains("KS-08");
        assertThat(custodian.get(STEPS).body()).doesNotContain("WACHT");
    }

    @Test
    void by_the_form_of_the_page_with_the_counts_that_it_shows_and_two_custodians_only() throws Exception {
        PortalClient first = PortalClient.of(service, "sleutel-b-1");
        PortalClient second = PortalClient.of(service, "sleutel-b-2");
        assertThat(first.get("sleutels").body())
                .contains("open sinds", "bewaarders van houder B besloten dit", "sleutels?tellen=ja")
                .doesNotContain("name=\"personen\"");
        assertThat(first.get("sleutels?tellen=ja").body())
                .contains("Nog niet teruggezien", "3 personen, van wie 1 bezwaar")
                .contains("name=\"personen\" value=\"3\"", "name=\"metbesluit\" value=\"1\"");
        for (Map<String, String> counts : List.of(
                Map.<String, String>of(),
                Map.of("personen", "3"),
                Map.of("metbesluit", "1"),
                Map.of("personen", "", "metbesluit", ""),
                Map.of("personen", "-3", "metbesluit", "1"),
                Map.of("personen", "drie", "metbesluit", "1"),
                Map.of("personen", "3", "metbesluit", "1234567890123"))) {
            HttpResponse<String> refused = first.post("sleutels", closing(counts));
            assertThat(refused.statusCode()).as(counts.toString()).isEqualTo(422);
            assertThat(refused.body())
                    .contains("Noem bij sluiten hoeveel personen niet zijn teruggezien", "href=\"#handeling\"");
        }
        HttpResponse<String> foreign =
                PortalClient.of(service, "sleutel-a-1").post("sleutels", closing(shown(PERSONS, 1)));
        assertThat(foreign.statusCode()).isEqualTo(422);
        assertThat(foreign.body()).contains("Alleen houder B sluit een sleutelwissel");
        for (String user : List.of("beheer", "steward", "school-99zz")) {
            assertThat(PortalClient.of(service, user)
                            .post("sleutels", closing(shown(PERSONS, 1)))
                            .statusCode())
                    .as(user)
                    .isEqualTo(403);
        }
        String fewer = proposed(first, second, shown(PERSONS, 0));
        HttpResponse<String> more = second.post(fewer + "bevestiging", Map.of());
        assertThat(more.statusCode()).isEqualTo(409);
        assertThat(more.body()).contains("De sleutelwissel is niet uitgevoerd");
        assertThat(number(OPEN)).as("nothing is erased").isEqualTo(PERSONS);
        assertThat(second.post(fewer + "afwijzing", Map.of()).headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("?gelukt=afgewezen"));

        String step = proposed(first, second, shown(PERSONS, 1));
        assertThat(second.get("sleutels").body())
                .contains("ten hoogste 3 personen verloren, van wie 1 bezwaar maakten");
        HttpResponse<String> alone = first.post(step + "bevestiging", Map.of());
        assertThat(alone.statusCode()).isEqualTo(403);
        assertThat(alone.body()).contains("Een ander moet bevestigen");
        assertThat(number(OPEN)).isEqualTo(PERSONS);
        assertThat(second.post(step + "bevestiging", Map.of()).headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("?gelukt=bevestigd"));
        assertClosed();
        assertThat(first.get("sleutels").body()).doesNotContain("nog niet teruggezien", "name=\"personen\"");
    }

    /** The address of the step that now waits, as the second custodian's page has it. */
    private static String proposed(PortalClient first, PortalClient second, Map<String, String> counts)
            throws Exception {
        assertThat(first.post("sleutels", closing(counts)).headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("?gelukt=voorgesteld"));
        assertThat(first.get("sleutels").body())
                .as("who proposed is offered no confirmation")
                .doesNotContainPattern(STEP);
        Matcher step = STEP.matcher(second.get("sleutels").body());
        assertThat(step.find()).isTrue();
        return "sleutels/handelingen/" + step.group(1) + "/";
    }

    private static Map<String, String> shown(int persons, int decided) {
        return Map.of("personen", Integer.toString(persons), "metbesluit", Integer.toString(decided));
    }

    private static Map<String, String> closing(Map<String, String> counts) {
        Map<String, String> form = new HashMap<>(counts);
        form.put("handeling", "sluiten");
        form.put("sleutels", "");
        return form;
    }

    private static String proposed(TokenClient custodian, String counts) throws Exception {
        TokenClient.Answer step = custodian.post(STEPS, closing(counts));
        assertThat(step.status()).as(step.body()).isEqualTo(201);
        return STEPS + "/" + step.id();
    }

    private static String closing(String counts) {
        return "{\"handeling\":\"sluiten\"" + counts + "}";
    }

    private static String counted(int persons, int decided) {
        return ",\"nietTeruggezien\":{\"personen\":" + persons + ",\"metBesluit\":" + decided + "}";
    }

    private static void problem(TokenClient.Answer answer, int status, String slug) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().getString("type")).isEqualTo("/problemen/" + slug);
    }

    /** The earlier values are gone, nothing tells of an open change, and the log has who closed it and who was refused. */
    private static void assertClosed() throws Exception {
        assertThat(number(OPEN)).isZero();
        assertThat(as("sleutel-b-1").get("sleutels").json()).doesNotContainKey("nietTeruggezien");
        assertThat(
                        number(
                                "select count(*) from pseudonym.series where last_generation is not null and closed_at is null"))
                .isZero();
        for (String act : List.of("key.close-proposed ok", "key.close ok", "key.close denied")) {
            assertThat(number(
                            "select count(*) from audit.written where kind = 'key' and entry::json ->> 'act' || ' ' ||"
                                    + " (entry::json ->> 'res') = '" + act + "'"))
                    .as(act)
                    .isPositive();
        }
    }

    private static TokenClient as(String user) {
        return new TokenClient(service.uri("api/v1/"), Accounts.of(user).token());
    }

    private static void assertTaken(CommandLine command) {
        assertThat(command.exit()).as(command.output()).isZero();
    }

    private static long number(String sql) throws SQLException {
        try (Connection connection = service.superuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
