package journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.schakel.testserver.Accounts;
import nl.schakel.testserver.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A school keeps its numbers: blind upload in the browser, on the packaged product. */
class BlindUploadIT {
    private static final String SCHOOL = "99XX";
    private static final String TRYING = "99BB";
    private static final int PUPILS = 60;
    private static final Pattern SECRET =
            Pattern.compile("<bsn>([0-9]{9})</bsn>|<geboortedatum>([^<]*)<|<achternaam>([^<]*)<|<roepnaam>([^<]*)<");

    @Test
    void no_number_name_or_day_of_birth_leaves_the_browser_and_the_persons_are_the_same() throws Exception {
        byte[] file = MadeUpFiles.pupils(SCHOOL, PUPILS);
        CanaryScanner secrets = new CanaryScanner(secrets(file, PUPILS));
        try (ListeningProxy proxy = new ListeningProxy(RunningService.shared().port());
                Browser browser = Browser.withScript(proxy.uri())) {
            Page page = browser.signIn("school-99xx").open("portaal/leveringen/nieuw");
            send(browser, file);
            assertThat(page.textContent("main")).contains(PUPILS + " van " + PUPILS);
            assertThat(secrets.scan(proxy.heard()))
                    .as("the scanner sees a direct upload")
                    .isNotEmpty();

            browser.open("portaal/leveringen/nieuw");
            page.focus("#wijze-direct");
            page.press("#wijze-direct", "ArrowDown");
            assertThat(page.isChecked("#wijze-blind")).as("chosen by keyboard").isTrue();
            assertThat(browser.accessibilityFaults()).isEmpty();
            proxy.heard();
            send(browser, otherKeys(file));
            byte[] heard = proxy.heard();
            browser.picture("blind-levering");

            assertThat(text(heard))
                    .as("the scanner sees the blind upload")
                    .contains("wijze\"\r\n\r\nblind", "<leerling key=\"M0\"><geboortedatum>2012</geboortedatum>");
            assertThat(secrets.scan(heard)).isEmpty();
            assertThat(page.textContent("main"))
                    .contains(PUPILS + " van " + PUPILS)
                    .contains("koppelt alleen op nummer en leerlingsleutel van het LAS");
            assertThat(browser.accessibilityFaults()).isEmpty();
            assertThat(browser.complaints()).isEmpty();
        }
        assertThat(samePersons(SCHOOL)).isEqualTo(PUPILS);
    }

    private static void send(Browser browser, byte[] file) {
        Page page = browser.page();
        page.check("#stap-versturen");
        upload(page, file);
        page.waitForURL(Pattern.compile(".*/portaal/leveringen/[0-9a-f-]{36}.*"));
    }

    /** The same pupils under other pupil keys: only their numbers can tell that they are the same. */
    private static byte[] otherKeys(byte[] file) {
        return text(file).replace("<leerling key=\"L", "<leerling key=\"M").getBytes(StandardCharsets.UTF_8);
    }

    /** Persons of a school who have the same content in a blind delivery as in a direct one. */
    private static int samePersons(String brin) throws SQLException {
        try (Connection connection = RunningService.shared().superuser();
                PreparedStatement query = connection.prepareStatement("select count(*) from ("
                        + "select s.p, n.sex, n.birth_year, n.grade from delivery.delivery d"
                        + " join delivery.subject s on s.delivery_id = d.id"
                        + " join delivery.pupil n on n.delivery_id = d.id and n.pupil_no = s.pupil_no"
                        + " join pseudonym.person p on p.p = s.p and p.lp is not null"
                        + " where d.brin = ? and d.mode in ('BLIND', 'DIRECT')"
                        + " group by 1, 2, 3, 4 having count(distinct d.mode) = 2) as both_ways")) {
            query.setString(1, brin);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    @Test
    void checking_correcting_and_sending_all_stay_blind() throws Exception {
        byte[] file = MadeUpFiles.pupils(TRYING, 3);
        byte[] wrong = text(file).replace("<xsdversie>2.1", "<xsdversie>9.9").getBytes(StandardCharsets.UTF_8);
        CanaryScanner secrets = new CanaryScanner(secrets(file, 3));
        try (ListeningProxy proxy = new ListeningProxy(RunningService.shared().port());
                Browser browser = Browser.withScript(proxy.uri())) {
            Page page = browser.signIn("school-99bb").open("portaal/leveringen/nieuw");
            page.check("#wijze-blind");
            upload(page, wrong);
            page.locator("#bestand-fout").waitFor();
            assertThat(page.isChecked("#wijze-blind")).as("after a refusal").isTrue();

            upload(page, file);
            page.locator("a[href$='wijze=blind']").waitFor();
            browser.follow("a[href$='wijze=blind']");
            assertThat(page.isChecked("#wijze-blind")).as("after a check").isTrue();

            send(browser, file);
            assertThat(page.textContent("main")).contains("koppelt alleen op nummer en leerlingsleutel van het LAS");
            assertThat(secrets.scan(proxy.heard())).isEmpty();
        }
    }

    private static void upload(Page page, byte[] file) {
        page.locator("#wijze-blind").waitFor();
        page.setInputFiles("#bestand", new FilePayload("leerlingen.xml", "application/xml", file));
        page.press("main form button[type=submit]", "Enter");
    }

    @Test
    void another_key_than_before_stops_before_anything_is_sent() {
        try (Browser browser = Browser.withScript()) {
            Page page = browser.signIn("school-99xx").open("portaal/leveringen/nieuw");
            page.evaluate("localStorage.setItem('schakel.kanaries', 'een andere sleutel')");
            page.check("#wijze-blind");
            page.setInputFiles("#bestand", new FilePayload("l.xml", "application/xml", MadeUpFiles.pupils(SCHOOL, 3)));
            List<String> posted = new ArrayList<>();
            page.onRequest(request -> posted.add(request.method()));
            page.press("main form button[type=submit]", "Enter");
            page.locator("#blind-fout").waitFor();
            assertThat(page.textContent("#blind-fout"))
                    .contains("andere sleutel")
                    .contains("niets verstuurd");
            assertThat(posted).doesNotContain("POST");
            browser.picture("blind-kanarie");
        }
    }

    @Test
    void at_first_use_nothing_is_sent_with_another_key_than_a_person_copied() {
        try (Browser browser = Browser.withScript()) {
            Page page = browser.signIn("school-99bb").open("portaal/leveringen/nieuw");
            assertThat(page.isVisible("#eerste-sleutel"))
                    .as("while numbers go along")
                    .isFalse();
            page.check("#wijze-blind");
            page.locator("#eerste-sleutel").waitFor();
            assertThat(browser.accessibilityFaults()).isEmpty();
            String key = page.getAttribute("#blind", "data-kanaries").split(" ")[1];
            page.setInputFiles("#bestand", new FilePayload("l.xml", "application/xml", MadeUpFiles.pupils(TRYING, 3)));
            List<String> posted = new ArrayList<>();
            page.onRequest(request -> posted.add(request.method()));
            for (String wrong : List.of("02" + "0".repeat(18), key.substring(0, 19))) {
                copy(page, wrong);
                page.locator("#blind-fout", new Page.LocatorOptions().setHasText("Dit zijn niet"))
                        .waitFor();
                assertThat(page.evaluate("document.activeElement.id")).isEqualTo("eerste-sleutel");
            }
            assertThat(posted).doesNotContain("POST");
            assertThat(page.evaluate("localStorage.getItem('schakel.kanaries')"))
                    .as("no key is kept")
                    .isNull();
            assertThat(browser.accessibilityFaults()).isEmpty();
            browser.picture("blind-eerste-sleutel");
            copy(page, key.substring(0, 4) + " " + key.substring(4, 20));
            page.locator("a[href$='wijze=blind']").waitFor();
            browser.follow("a[href$='wijze=blind']");
            assertThat(page.isChecked("#wijze-blind")).isTrue();
            assertThat(page.isVisible("#eerste-sleutel")).as("asked once").isFalse();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void copy(Page page, String key) {
        page.fill("#eerste-sleutel", key);
        page.press("#eerste-sleutel", "Enter");
    }

    @Test
    void without_script_the_choice_is_not_offered() {
        try (Browser browser = Browser.withoutScript()) {
            Page page = browser.signIn("school-99xx").open("portaal/leveringen/nieuw");
            assertThat(page.isVisible("#blind")).isFalse();
            assertThat(page.isVisible("#bestand")).isTrue();
        }
    }

    @Test
    void the_command_line_delivers_the_same_persons_blind(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("leerlingen.xml"), MadeUpFiles.pupils("99ZZ", PUPILS));
        Path token = Files.writeString(
                folder.resolve("token"), Accounts.of("school-99zz").token());
        List<String> upload = List.of(
                "upload",
                "--bestand",
                file.toString(),
                "--adres",
                RunningService.shared().uri("").toString(),
                "--token-bestand",
                token.toString());
        CommandLine direct = CommandLine.schakel(upload.toArray(String[]::new));
        assertThat(direct.output()).contains("\"status\":\"ontvangen\"").contains("\"wijze\":\"direct\"");

        Files.write(file, otherKeys(MadeUpFiles.pupils("99ZZ", PUPILS)));
        Path pin = folder.resolve("kanaries");
        String[] blindly = Stream.concat(upload.stream(), Stream.of("--blind", "--kanaries", pin.toString()))
                .toArray(String[]::new);
        CommandLine blind = CommandLine.schakel(blindly);
        assertThat(blind.exit()).as(blind.output()).isZero();
        assertThat(blind.output())
                .contains("Nummers vervangen: " + PUPILS)
                .contains("\"wijze\":\"blind\"")
                .contains("\"opgenomen\":" + PUPILS)
                .doesNotContain("99990");

        assertThat(samePersons("99ZZ")).isEqualTo(PUPILS);

        assertThat(Files.readAllLines(pin)).hasSize(3);
        Files.writeString(pin, "een andere sleutel");
        CommandLine distrusted = CommandLine.schakel(blindly);
        assertThat(distrusted.exit()).isEqualTo(1);
        assertThat(distrusted.output()).contains("andere sleutel").contains("niets verstuurd");
    }

    @Test
    void past_the_quota_nothing_is_evaluated_and_the_refusal_is_logged() throws Exception {
        TokenClient school = new TokenClient(
                RunningService.shared().uri("api/v1/"),
                Accounts.of("school-99aa").token());
        String point = "{\"punten\":[\"A2sX0fLhLEJH+Lzm5WOkQPJ3A32BLeszoPShOUXYmMKW\"]}";
        TokenClient.Answer within = school.post("blinde-evaluaties", point);
        assertThat(within.status()).as(within.body()).isEqualTo(200);
        long before = number("select used from pseudonym.quota where brin = '99AA' order by school_year desc limit 1");
        change("update pseudonym.quota set used = used + 1000000 where brin = '99AA'");
        try {
            TokenClient.Answer past = school.post("blinde-evaluaties", point);
            assertThat(past.status()).as(past.body()).isEqualTo(429);
            assertThat(past.body()).contains("evaluaties-op").doesNotContain("evaluaties\":[");
        } finally {
            change("update pseudonym.quota set used = used - 1000000 where brin = '99AA'");
        }
        assertThat(number("select used from pseudonym.quota where brin = '99AA' order by school_year desc limit 1"))
                .isEqualTo(before);
        assertThat(number("select count(*) from audit.written p join audit.private_detail d on d.entry_id = p.id"
                        + " where p.entry::json ->> 'act' = 'pseudonym.evaluate' and d.detail like '%evaluaties-op%'"
                        + " and p.entry::json ->> 'res' = 'denied'"))
                .isEqualTo(1);
    }

    private static long number(String sql) throws SQLException {
        try (Connection connection = RunningService.shared().superuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void change(String sql) throws SQLException {
        try (Connection connection = RunningService.shared().superuser();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }

    @Test
    void an_operator_gives_one_school_more() {
        try (Browser browser = Browser.withScript()) {
            Page page = browser.signIn("beheer").open("portaal/evaluatieruimten");
            assertThat(browser.accessibilityFaults()).isEmpty();
            page.fill("[name=brin]", "99BB");
            page.fill("[name=toegestaan]", "veel");
            page.fill("[name=reden]", "een tweede vestiging erbij");
            browser.submit();
            assertThat(page.textContent("main")).contains("1 tot en met 1000000");
            page.fill("[name=toegestaan]", "34567");
            page.press("main form button[type=submit]", "Enter");
            page.waitForURL("**/evaluatieruimten?gelukt=verruimd");
            assertThat(page.textContent("main table")).contains("99BB", "34.567", "een tweede vestiging erbij");
            browser.picture("evaluatieruimten");
        }
    }

    private static Set<String> secrets(byte[] file, int pupils) {
        Set<String> secrets = new LinkedHashSet<>();
        Matcher secret = SECRET.matcher(text(file));
        while (secret.find()) {
            for (int group = 1; group <= secret.groupCount(); group++) {
                if (secret.group(group) != null && secret.group(group).length() >= 6) {
                    secrets.add(secret.group(group));
                }
            }
        }
        assertThat(secrets).hasSizeGreaterThan(pupils);
        return secrets;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
