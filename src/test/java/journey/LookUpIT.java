package journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.schakel.testserver.Accounts;
import nl.schakel.testserver.RunningService;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** Two privacy officers look up one pupil over HTTP; the number that was typed is nowhere afterwards. */
class LookUpIT {
    private static final RunningService SERVICE = RunningService.shared();

    private static TokenClient as(String user) {
        return new TokenClient(SERVICE.uri("api/v1/"), Accounts.of(user).token());
    }

    @Test
    void a_typed_number_is_looked_up_once_and_is_in_no_log_table_or_file() throws Exception {
        String number = "999730020";
        TokenClient officer = as("privacy");
        assertThat(officer.post(
                                "inzageverzoeken",
                                "{\"grond\":\"inzage\",\"toelichting\":\"ouder van " + number + "\"}")
                        .status())
                .isEqualTo(400);
        TokenClient.Answer asked =
                officer.post("inzageverzoeken", "{\"grond\":\"inzage\",\"toelichting\":\"Brief van een ouder\"}");
        assertThat(asked.status()).as(asked.body()).isEqualTo(201);
        String path = "inzageverzoeken/" + asked.id();
        assertThat(officer.post(path + "/goedkeuring", "").status()).isEqualTo(403);
        assertThat(as("privacy-2").post(path + "/goedkeuring", "").status()).isEqualTo(200);
        assertThat(officer.post(path + "/opzoeking", "{\"pgn\":\"12345678\"}").body())
                .contains("leerlingnummer-onjuist");
        TokenClient.Answer found = officer.post(path + "/opzoeking", "{\"pgn\":\"" + valid(number) + "\"}");
        assertThat(found.status()).as(found.body()).isEqualTo(200);
        assertThat(found.json().getBoolean("bekend")).isFalse();
        assertThat(officer.post(path + "/opzoeking", "{\"pgn\":\"" + valid(number) + "\"}")
                        .status())
                .isEqualTo(409);
        assertThat(as("beheer").post("inzageverzoeken", "{}").status()).isEqualTo(403);
        CanaryScanner scanner = new CanaryScanner(List.of(number, valid(number)));
        assertThat(places(scanner)).isEmpty();
    }

    @Test
    void a_pupil_that_a_school_delivered_is_known_with_the_deliveries_that_hold_data() throws Exception {
        byte[] file = MadeUpFiles.pupils("99ZZ", 3);
        HttpRequest upload = HttpRequest.newBuilder(SERVICE.uri("api/v1/leveringen"))
                .header("Authorization", "Bearer " + Accounts.of("school-99zz").token())
                .header("Content-Type", "application/xml")
                .header("Idempotency-Key", "inzage-key-0001")
                .POST(BodyPublishers.ofByteArray(file))
                .build();
        HttpResponse<String> delivered = HttpClient.newHttpClient().send(upload, BodyHandlers.ofString());
        assertThat(delivered.statusCode()).as(delivered.body()).isEqualTo(201);
        Matcher number = Pattern.compile("<bsn>([0-9]{9})</bsn>").matcher(new String(file, StandardCharsets.UTF_8));
        assertThat(number.find()).isTrue();
        TokenClient officer = as("privacy-2");
        String path = "inzageverzoeken/"
                + officer.post("inzageverzoeken", "{\"grond\":\"inzage\",\"toelichting\":\"Brief van een ouder\"}")
                        .id();
        assertThat(officer.post(path + "/opzoeking", "{\"pgn\":\"" + number.group(1) + "\"}")
                        .status())
                .isNotEqualTo(200);
        assertThat(as("privacy").post(path + "/goedkeuring", "").status()).isEqualTo(200);
        TokenClient.Answer found = officer.post(path + "/opzoeking", "{\"pgn\":\"" + number.group(1) + "\"}");
        assertThat(found.json().getBoolean("bekend")).as(found.body()).isTrue();
        assertThat(found.json().getJsonArray("gebeurtenissen"))
                .map(JsonValue::asJsonObject)
                .filteredOn(event -> event.getString("soort").equals("levering"))
                // where another test delivered the same made-up pupils before, that delivery holds their data, and not
                // this one
                .anySatisfy(event -> {
                    assertThat(event.getString("plaats")).contains("99ZZ");
                    assertThat(event.getString("inhoud")).contains("2021-2022");
                });
        assertThat(found.body()).doesNotContain(number.group(1), "Zwaluwenburg");
    }

    /** The first valid number from here on. */
    private static String valid(String from) {
        for (int candidate = Integer.parseInt(from); ; candidate++) {
            int sum = -(candidate % 10);
            int rest = candidate / 10;
            for (int weight = 2; weight <= 9; weight++) {
                sum += weight * (rest % 10);
                rest /= 10;
            }
            if (Math.floorMod(sum, 11) == 0) {
                return Integer.toString(candidate);
            }
        }
    }

    private static List<String> places(CanaryScanner scanner) throws Exception {
        List<String> places = new ArrayList<>();
        try (Connection connection = SERVICE.superuser();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet row = statement.executeQuery("select format('%I.%I', schemaname, tablename) from pg_tables"
                    + " where schemaname not in ('pg_catalog', 'information_schema')")) {
                while (row.next()) {
                    tables.add(row.getString(1));
                }
            }
            for (String table : tables) {
                ByteArrayOutputStream text = new ByteArrayOutputStream();
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("copy (select * from " + table + ") to stdout", text);
                if (!scanner.scan(text.toByteArray()).isEmpty()) {
                    places.add(table);
                }
            }
        }
        try (Stream<Path> files = Files.walk(SERVICE.home())) {
            for (Path file : files.filter(LookUpIT::isText).toList()) {
                try (InputStream bytes = Files.newInputStream(file)) {
                    if (!scanner.scan(bytes).isEmpty()) {
                        places.add(file.toString());
                    }
                }
            }
        }
        return places;
    }

    private static boolean isText(Path file) {
        String name = file.getFileName().toString();
        return Files.isRegularFile(file)
                && (name.contains("log")
                        || name.endsWith(".err")
                        || file.toString().contains("/tmp/"));
    }
}
