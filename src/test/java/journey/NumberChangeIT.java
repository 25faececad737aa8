package journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.schakel.testserver.Accounts;
import nl.schakel.testserver.RunningService;
import org.junit.jupiter.api.Test;

/**
 * A pupil is delivered under an onderwijsnummer and a year later under a BSN; the school says that it is one pupil. Over HTTP,
 * with the packaged product.
 */
class NumberChangeIT {
    private static final String SCHOOL = "school-99xx";
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    private static final RunningService SERVICE = RunningService.shared();
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void the_pupil_is_one_person_in_the_linkage_and_the_change_is_final_after_it() throws Exception {
        String education = valid(100_640_000, 5);
        String citizen = valid(999_700_000, 0);
        String first = deliver("2021-2022", "K1", "onderwijsnummer", education);
        HttpResponse<String> changed = post(
                SCHOOL,
                "nummerwijzigingen",
                "text/csv",
                "oudNummer;nieuwNummer;datum\n" + education + ";" + citizen + ";2022-09-01\n");
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(201);
        assertThat(changed.body()).doesNotContain(education, citizen);
        String second = deliver("2022-2023", "K9", "bsn", citizen);
        String persons = "select count(distinct pseudonym.current(p)) from delivery.subject where delivery_id in ('"
                + first + "', '" + second + "')";
        assertThat(ask(persons)).isEqualTo("1");

        HttpResponse<String> loaded = register(citizen);
        assertThat(loaded.statusCode()).as(loaded.body()).isIn(200, 201);
        HttpResponse<String> linked = post("beheer", "koppelingen", "application/json", "{}");
        assertThat(linked.statusCode()).as(linked.body()).isEqualTo(201);
        assertThat(ask("select string_agg(outcome || ' ' || method, ',') from linkage.current_link where p in (select"
                        + " pseudonym.current(p) from delivery.subject where delivery_id in ('" + first + "', '"
                        + second
                        + "'))"))
                .isEqualTo("LINKED NUMBER_VERIFIED");

        HttpResponse<String> tooLate =
                post(SCHOOL, "nummerwijzigingen/" + id(changed) + "/terugdraaiing", "application/json", "");
        assertThat(tooLate.statusCode()).isEqualTo(409);
        assertThat(tooLate.body()).contains("nummerwijziging-definitief");
    }

    @Test
    void before_a_linkage_the_school_takes_it_back_and_nobody_else_does() throws Exception {
        String before = valid(999_710_000, 0);
        String after = valid(999_720_000, 0);
        String first = deliver("2021-2022", "K2", "bsn", before);
        String report = "{\"oudNummer\":\"" + before + "\",\"nieuwNummer\":\"" + after + "\",\"datum\":\"2022-09-01\"}";
        HttpResponse<String> foreign = post("school-99zz", "nummerwijzigingen", "application/json", report);
        assertThat(foreign.statusCode()).isEqualTo(400);
        assertThat(foreign.body()).contains("NW-0006").doesNotContain(before, after);
        HttpResponse<String> changed = post(SCHOOL, "nummerwijzigingen", "application/json", report);
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(201);
        assertThat(id(post(SCHOOL, "nummerwijzigingen", "application/json", report)))
                .isEqualTo(id(changed));
        String second = deliver("2022-2023", "K2", "bsn", after);
        String undo = "nummerwijzigingen/" + id(changed) + "/terugdraaiing";
        assertThat(post("school-99zz", undo, "application/json", "").statusCode())
                .isEqualTo(404);
        HttpResponse<String> undone = post(SCHOOL, undo, "application/json", "");
        assertThat(undone.statusCode()).as(undone.body()).isEqualTo(200);
        assertThat(undone.body()).contains("teruggedraaidOp");
        assertThat(ask("select count(distinct pseudonym.current(p)) from delivery.subject where delivery_id in ('"
                        + first + "', '" + second + "')"))
                .isEqualTo("2");
        assertThat(post("onderzoeker", "nummerwijzigingen", "application/json", report)
                        .statusCode())
                .isEqualTo(403);
    }

    private String deliver(String year, String key, String kind, String number) throws Exception {
        String xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<EDEX><school><schooljaar>" + year
                + "</schooljaar><peildatum>2021-10-01</peildatum><brincode>99XX</brincode><dependancecode>00</dependancecode>"
                + "<schoolkey>1</schoolkey><aanmaakdatum>2021-10-02T10:00:00</aanmaakdatum><xsdversie>2.1</xsdversie></school>"
                + "<groepen><groep key=\"g5\"><naam>5</naam><jaargroep>5</jaargroep></groep></groepen><leerlingen>"
                + "<leerling key=\"" + key + "\"><achternaam>Zwaluwenburg</achternaam><roepnaam>Kind</roepnaam>"
                + "<geboortedatum>2012-03-14</geboortedatum><geslacht>1</geslacht><jaargroep>5</jaargroep>"
                + "<groep key=\"g5\"/><" + kind + ">" + number + "</" + kind + "></leerling></leerlingen></EDEX>";
        HttpRequest request = request(SCHOOL, "leveringen")
                .header("Content-Type", "application/xml")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(xml))
                .build();
        HttpResponse<String> sent = client.send(request, BodyHandlers.ofString());
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
        assertThat(sent.body()).contains("\"opgenomen\":1");
        String id = id(sent);
        assertThat(post(SCHOOL, "leveringen/" + id + "/goedkeuring", "application/xml", "")
                        .statusCode())
                .isEqualTo(200);
        return id;
    }

    private HttpResponse<String> register(String number) throws Exception {
        String bridge = "PGN;RINPERSOONS;RINPERSOON;GESLACHT;GEBOORTEDATUM\n" + number + ";R;000700001;1;2012-03-14\n";
        String digest = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(bridge.getBytes(StandardCharsets.UTF_8)));
        String manifest =
                "{\"referentiedatum\":\"2022-10-01\",\"bestanden\":[{\"naam\":\"k.csv\",\"type\":\"KOPPELTABEL\","
                        + "\"rijen\":1,\"sha256\":\"" + digest + "\"}]}";
        String body =
                "--grens\r\nContent-Disposition: form-data; name=\"manifest\"\r\nContent-Type: application/json\r\n\r\n"
                        + manifest
                        + "\r\n--grens\r\nContent-Disposition: form-data; name=\"k.csv\"; filename=\"k.csv\"\r\n"
                        + "Content-Type: text/csv\r\n\r\n" + bridge + "\r\n--grens--\r\n";
        return post("beheer", "registerleveringen", "multipart/form-data; boundary=grens", body);
    }

    private HttpResponse<String> post(String user, String path, String type, String body) throws Exception {
        HttpRequest request = request(user, path)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String user, String path) {
        return HttpRequest.newBuilder(SERVICE.uri("api/v1/" + path))
                .header("Authorization", "Bearer " + Accounts.of(user).token());
    }

    private static String id(HttpResponse<String> answer) {
        Matcher id = ID.matcher(answer.body());
        assertThat(id.find()).as(answer.body()).isTrue();
        return id.group(1);
    }

    private static String ask(String sql) throws SQLException {
        try (Connection connection = SERVICE.superuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    /** The first number from here on whose eleven-test leaves this remainder. */
    private static String valid(int from, int remainder) {
        for (int candidate = from; ; candidate++) {
            int sum = -(candidate % 10);
            int rest = candidate / 10;
            for (int weight = 2; weight <= 9; weight++) {
                sum += weight * (rest % 10);
                rest /= 10;
            }
            if (Math.floorMod(sum, 11) == remainder) {
                return Integer.toString(candidate);
            }
        }
    }
}
