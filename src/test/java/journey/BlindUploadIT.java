package journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private static final int PUPILS = 60;
    private static final Pattern SECRET = Pattern.compile(
            "<bsn>([0-9]{9})</bsn>|<geboortedatum>([^<]*)<|<achternaam>([^<]*)<|<roepnaam>([^<]*)<");

    @Test
    void no_number_name_or_day_of_birth_leaves_the_browser_and_the_persons_are_the_same() {
        byte[] file = MadeUpFiles.pupils(SCHOOL, PUPILS);
        CanaryScanner secrets = new CanaryScanner(secrets(file));
        try (Browser browser = Browser.withScript()) {
            Page page = browser.signIn("school-99xx").open("portaal/leveringen/nieuw");
            page.check("#stap-versturen");
            page.setInputFiles("#bestand", new FilePayload("leerlingen.xml", "application/xml", file));
            browser.submit();
            assertThat(page.textContent("main")).contains(PUPILS + " van " + PUPILS);

            page = browser.open("portaal/leveringen/nieuw");
            page.check("#stap-versturen");
            page.focus("#wijze-direct");
            page.press("#wijze-direct", "ArrowDown");
            assertThat(page.isChecked("#wijze-blind")).as("chosen by keyboard").isTrue();
            page.setInputFiles("#bestand", new FilePayload("leerlingen.xml", "application/xml", file));
            browser.picture("blind-inleveren");
            assertThat(browser.accessibilityFaults()).isEmpty();

            List<byte[]> sent = new ArrayList<>();
            page.onRequest(request -> sent.add(everything(request)));
            page.press("main form button[type=submit]", "Enter");
            page.waitForURL(Pattern.compile(".*/portaal/leveringen/[0-9a-f-]{36}.*"));
            browser.picture("blind-levering");

            assertThat(sent).anyMatch(bytes -> text(bytes).contains("wijze\"\r\n\r\nblind"));
            assertThat(sent).allSatisfy(bytes -> assertThat(secrets.scan(bytes)).isEmpty());
            assertThat(page.textContent("main"))
                    .as("every pupil is known already: the same persons with the same attributes")
                    .contains(PUPILS + " van " + PUPILS)
                    .contains("koppelt alleen op nummer en leerlingsleutel van het LAS");
            assertThat(known(page)).isEqualTo(PUPILS);
            assertThat(browser.accessibilityFaults()).isEmpty();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void another_key_than_before_stops_before_anything_is_sent() {
        try (Browser browser = Browser.withScript()) {
            Page page = browser.signIn("school-99xx").open("portaal/leveringen/nieuw");
            page.evaluate("localStorage.setItem('schakel.kanaries', 'een andere sleutel')");
            page.check("#wijze-blind");
            page.setInputFiles(
                    "#bestand", new FilePayload("l.xml", "application/xml", MadeUpFiles.pupils(SCHOOL, 3)));
            List<String> posted = new ArrayList<>();
            page.onRequest(request -> posted.add(request.method()));
            page.press("main form button[type=submit]", "Enter");
            page.locator("#blind-fout").waitFor();
            assertThat(page.textContent("#blind-fout")).contains("andere sleutel").contains("niets verstuurd");
            assertThat(posted).doesNotContain("POST");
            browser.picture("blind-kanarie");
        }
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
    void the_command_line_delivers_the_same_persons_blind(@TempDir Path folder) throws IOException {
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

        Path pin = folder.resolve("kanaries");
        String[] blindly = Stream.concat(upload.stream(), Stream.of("--blind", "--kanaries", pin.toString()))
                .toArray(String[]::new);
        CommandLine blind = CommandLine.schakel(blindly);
        assertThat(blind.exit()).as(blind.output()).isZero();
        assertThat(blind.output())
                .contains("Nummers vervangen: " + PUPILS)
                .contains("\"wijze\":\"blind\"")
                .contains("\"alBekend\":" + PUPILS)
                .doesNotContain("99990");

        assertThat(Files.readAllLines(pin)).hasSize(3);
        Files.writeString(pin, "een andere sleutel");
        CommandLine distrusted = CommandLine.schakel(blindly);
        assertThat(distrusted.exit()).isEqualTo(1);
        assertThat(distrusted.output()).contains("andere sleutel").contains("niets verstuurd");
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

    private static Set<String> secrets(byte[] file) {
        Set<String> secrets = new LinkedHashSet<>();
        Matcher secret = SECRET.matcher(text(file));
        while (secret.find()) {
            for (int group = 1; group <= secret.groupCount(); group++) {
                if (secret.group(group) != null && secret.group(group).length() >= 6) {
                    secrets.add(secret.group(group));
                }
            }
        }
        assertThat(secrets).hasSizeGreaterThan(PUPILS);
        return secrets;
    }

    private static byte[] everything(Request request) {
        String head = request.method() + " " + request.url() + " " + request.headers() + "\n";
        byte[] body = request.postDataBuffer();
        return body == null ? head.getBytes(StandardCharsets.UTF_8) : joined(head, body);
    }

    private static byte[] joined(String head, byte[] body) {
        return (head + new String(body, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static int known(Page page) {
        Matcher row = Pattern.compile("eerdere levering\\s*([0-9]+)", Pattern.CASE_INSENSITIVE)
                .matcher(page.textContent("main"));
        return row.find() ? Integer.parseInt(row.group(1)) : -1;
    }
}
