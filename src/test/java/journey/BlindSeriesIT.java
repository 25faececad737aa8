package journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.schakel.testserver.Accounts;
import nl.schakel.testserver.RunningService;
import org.junit.jupiter.api.Test;

/** Schools deliver blind before, during and after a change of the keys, with the packaged tools and in the browser. */
class BlindSeriesIT {
    private static final int PUPILS = 30;
    private static final String BY_TOOL = "99ZZ";
    private static final String BY_BROWSER = "99AA";

    private final Path home = RunningService.newHome();
    private final Path pin = home.resolve("kanaries.txt");
    private int deliveries;

    @Test
    void blind_schools_find_their_pupils_again_while_the_keys_change_and_afterwards() throws Exception {
        Map<String, String> properties = stores();
        try (RunningService service = RunningService.start(home, properties);
                Browser browser = Browser.withScript(service.uri())) {
            assertThat(upload(service).exit()).isZero();
            Page page = browser.signIn("school-99aa").page();
            send(browser);
            page.waitForURL(Pattern.compile(".*/portaal/leveringen/[0-9a-f-]{36}.*"));
            assertThat(persons(service)).isEqualTo(2 * PUPILS);
            String first = Files.readString(pin);

            open(service);
            String key = text(service, "select check_value from pseudonym.key_check where key_id = 'oprf/2'");
            CommandLine unasked = upload(service);
            assertThat(unasked.exit()).isOne();
            assertThat(unasked.output())
                    .contains("--nieuwe-sleutel", "niets verstuurd")
                    .doesNotContain(key);
            assertThat(upload(
                                    service,
                                    "--nieuwe-sleutel",
                                    first.lines().findFirst().orElseThrow())
                            .exit())
                    .as("the earlier key is not the new one")
                    .isOne();
            assertThat(pin).hasContent(first);
            CommandLine told = upload(service, "--nieuwe-sleutel", key);
            assertThat(told.exit()).as(told.output()).isZero();
            assertThat(told.output()).contains("\"opgenomen\":" + PUPILS);
            assertThat(Files.readAllLines(pin)).hasSize(6).startsWith(key).endsWith(first.split("\n"));
            assertThat(upload(service).exit()).as("asked once").isZero();

            confirm(browser, key);
            assertThat(persons(service)).isEqualTo(2 * PUPILS);
            assertThat(text(service, "select count(*) from pseudonym.earlier_number"))
                    .isEqualTo("0");

            assertTaken(keys(service, "b", "close", "--personen", "0", "--met-besluit", "0"));
            assertThat(upload(service).exit()).isZero();
            assertThat(Files.readAllLines(pin)).hasSize(3).startsWith(key);
            send(browser);
            page.waitForURL(Pattern.compile(".*/portaal/leveringen/[0-9a-f-]{36}.*"));
            assertThat(persons(service)).isEqualTo(2 * PUPILS);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    /** The page stops once, asks for the beginning of the key, and takes no other. */
    private static void confirm(Browser browser, String key) {
        Page page = browser.page();
        send(browser);
        page.locator("#nieuwe-sleutel").waitFor();
        assertThat(page.textContent("#blind-fout")).contains("nieuwe sleutel").contains("niets verstuurd");
        assertThat(browser.accessibilityFaults()).isEmpty();
        browser.picture("blind-nieuwe-sleutel");
        for (String wrong : List.of(key.substring(0, 19), "03" + "0".repeat(18))) {
            page.fill("#nieuwe-sleutel", wrong);
            page.press("#nieuwe-sleutel", "Enter");
            page.locator("#blind-fout", new Page.LocatorOptions().setHasText("Dit zijn niet"))
                    .waitFor();
            page.fill("#nieuwe-sleutel", "");
            page.press("#nieuwe-sleutel", "Enter");
            page.locator("#blind-fout", new Page.LocatorOptions().setHasText("Neem de eerste 20"))
                    .waitFor();
        }
        page.fill(
                "#nieuwe-sleutel",
                key.substring(0, 20).toUpperCase(java.util.Locale.ROOT).replaceAll("(.{4})", "$1 "));
        page.press("#nieuwe-sleutel", "Enter");
        page.waitForURL(Pattern.compile(".*/portaal/leveringen/[0-9a-f-]{36}.*"));
        assertThat(page.textContent("main")).contains(PUPILS + " van " + PUPILS);
        send(browser);
        page.waitForURL(Pattern.compile(".*/portaal/leveringen/[0-9a-f-]{36}.*"));
    }

    private static void send(Browser browser) {
        Page page = browser.open("portaal/leveringen/nieuw");
        page.check("#stap-versturen");
        page.check("#wijze-blind");
        page.setInputFiles(
                "#bestand",
                new FilePayload("leerlingen.xml", "application/xml", MadeUpFiles.pupils(BY_BROWSER, PUPILS)));
        page.press("main form button[type=submit]", "Enter");
    }

    /** The same pupils under other keys each time: their numbers alone tell who they are. */
    private CommandLine upload(RunningService service, String... more) throws IOException {
        String content = new String(MadeUpFiles.pupils(BY_TOOL, PUPILS), StandardCharsets.UTF_8);
        Path file = Files.writeString(
                home.resolve("leerlingen.xml"), content.replace("key=\"L", "key=\"M" + deliveries++ + "-"));
        Path token = Files.writeString(
                home.resolve("token"), Accounts.of("school-99zz").token());
        List<String> arguments = new ArrayList<>(List.of("upload", "--blind", "--bestand", file.toString()));
        arguments.addAll(List.of("--kanaries", pin.toString(), "--token-bestand", token.toString()));
        arguments.addAll(List.of("--adres", service.uri().toString()));
        arguments.addAll(List.of(more));
        return CommandLine.schakel(arguments.toArray(String[]::new));
    }

    /** Stores of holders A and B that the custodians may change. */
    private Map<String, String> stores() throws IOException {
        for (String holder : List.of("a", "b")) {
            for (String part : List.of(".bcfks", ".wachtzin")) {
                Files.copy(Path.of("keys-example/" + holder + part), home.resolve(holder + part));
            }
            for (int custodian = 1; custodian <= 2; custodian++) {
                String user = "sleutel-" + holder + "-" + custodian;
                Files.writeString(home.resolve(user), Accounts.of(user).token() + "\n");
            }
        }
        return Map.of(
                "schakel.sleutels.a.bestand", home.resolve("a.bcfks").toString(),
                "schakel.sleutels.b.bestand", home.resolve("b.bcfks").toString());
    }

    private void open(RunningService service) {
        assertTaken(keys(service, "a", "create", "oprf/2", "token/2"));
        assertTaken(keys(service, "a", "activate", "oprf/2"));
        assertTaken(keys(service, "a", "activate", "token/2"));
        assertTaken(keys(service, "b", "create", "link/2"));
        assertTaken(keys(service, "b", "open", "link/2"));
    }

    private CommandLine keys(RunningService service, String holder, String act, String... keys) {
        List<String> arguments = new ArrayList<>(List.of("keys", act, "--houder", holder));
        if (act.equals("create")) {
            arguments.addAll(List.of("--kluis", home.resolve(holder + ".bcfks").toString()));
            arguments.addAll(List.of(
                    "--wachtzin-bestand", home.resolve(holder + ".wachtzin").toString()));
        }
        arguments.addAll(List.of("--url", service.uri().toString()));
        for (int custodian = 1; custodian <= 2; custodian++) {
            Path token = home.resolve("sleutel-" + holder + "-" + custodian);
            arguments.addAll(List.of("--token-bestand", token.toString()));
        }
        arguments.addAll(List.of(keys));
        return CommandLine.schakel(arguments.toArray(String[]::new));
    }

    private static void assertTaken(CommandLine command) {
        assertThat(command.exit()).as(command.output()).isZero();
    }

    private static long persons(RunningService service) throws SQLException {
        return Long.parseLong(text(service, "select count(*) from pseudonym.person"));
    }

    private static String text(RunningService service, String sql) throws SQLException {
        try (Connection connection = service.superuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
