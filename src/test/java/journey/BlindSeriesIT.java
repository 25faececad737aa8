package journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import jakarta.json.JsonObject;
import java.io.IOException;
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
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import nl.schakel.testserver.Accounts;
import nl.schakel.testserver.RunningService;
import org.junit.jupiter.api.Test;

/** Schools deliver blind before, during and after a change of the keys, with the packaged tools and in the browser. */
class BlindSeriesIT {
    private static final int PUPILS = 30;
    private static final String PERSONS = "select string_agg(encode(p, 'hex'), ' ' order by p) from pseudonym.person";
    private static final String BY_TOOL = "99ZZ";
    private static final String BY_BROWSER = "99AA";

    private final Path home = RunningService.newHome();
    private final Path pin = home.resolve("kanaries.txt");
    private final Ceremony ceremony = Ceremony.in(home);
    private int deliveries;

    BlindSeriesIT() throws IOException {}

    @Test
    void schools_find_their_pupils_again_while_the_keys_change_and_when_the_earlier_ones_are_destroyed()
            throws Exception {
        String persons = whileTheKeysChange();
        try (RunningService service = RunningService.start(home, ceremony.properties())) {
            assertOnlyNewKeys(service);
            CommandLine blind = upload(service);
            assertThat(blind.exit()).as(blind.output()).isZero();
            assertThat(blind.output()).contains("\"opgenomen\":" + PUPILS);
            for (String school : List.of(BY_TOOL, BY_BROWSER)) {
                TokenClient.Answer direct = deliver(service, school);
                assertThat(direct.status()).as(direct.body()).isEqualTo(201);
                JsonObject counts = direct.json().getJsonObject("aantallen");
                assertThat(counts.getInt("opgenomen") + counts.getInt("alBekend"))
                        .as(direct.body())
                        .isEqualTo(PUPILS);
            }
            assertThat(text(service, PERSONS)).isEqualTo(persons);
        }
    }

    /** Until the earlier keys are destroyed. @return who there are then */
    private String whileTheKeysChange() throws Exception {
        try (RunningService service = RunningService.start(home, ceremony.properties());
                Browser browser = Browser.withScript(service.uri())) {
            assertThat(upload(service).exit()).isZero();
            Page page = browser.signIn("school-99aa").page();
            send(browser);
            page.waitForURL(Pattern.compile(".*/portaal/leveringen/[0-9a-f-]{36}.*"));
            assertThat(persons(service)).isEqualTo(2 * PUPILS);
            String first = Files.readString(pin);

            String persons = text(service, PERSONS);
            open(service);
            assertEarlierNeeded(service);
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

            assertTaken(ceremony.step(service, "b", "close", "--personen", "0", "--met-besluit", "0"));
            assertThat(upload(service).exit()).isZero();
            assertThat(Files.readAllLines(pin)).hasSize(3).startsWith(key);
            send(browser);
            page.waitForURL(Pattern.compile(".*/portaal/leveringen/[0-9a-f-]{36}.*"));
            destroyEarlier(service);
            assertThat(text(service, PERSONS)).isEqualTo(persons);
            assertThat(browser.complaints()).isEmpty();
            return persons;
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
                "#nieuwe-sleutel", key.substring(0, 20).toUpperCase(Locale.ROOT).replaceAll("(.{4})", "$1 "));
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

    private void open(RunningService service) {
        assertTaken(ceremony.step(service, "a", "create", "oprf/2", "token/2"));
        assertTaken(ceremony.step(service, "a", "activate", "oprf/2"));
        assertTaken(ceremony.step(service, "a", "activate", "token/2"));
        assertTaken(ceremony.step(service, "b", "create", "link/2"));
        assertTaken(ceremony.step(service, "b", "open", "link/2"));
    }

    /** Of each holder the keys that only earlier values need, with the store from before the new ones were made. */
    private void destroyEarlier(RunningService service) {
        Map<String, String[]> earlier = Map.of("a", new String[] {"oprf", "token"}, "b", new String[] {"link/1"});
        earlier.forEach((holder, keys) -> {
            assertTaken(ceremony.step(service, holder, "deactivate", keys));
            List<String> going =
                    new ArrayList<>(List.of("--wis", ceremony.before(holder).toString()));
            going.addAll(List.of(keys));
            assertTaken(ceremony.step(service, holder, "destroy", going.toArray(String[]::new)));
            assertThat(ceremony.before(holder)).doesNotExist();
        });
    }

    private void assertEarlierNeeded(RunningService service) {
        for (String key : List.of("a oprf", "a token", "b link/1")) {
            CommandLine refused = ceremony.step(service, key.substring(0, 1), "deactivate", key.substring(2));
            assertThat(refused.exit()).as(key).isOne();
            assertThat(refused.output()).contains("(409)", "sleutel " + '"' + key.substring(2));
        }
    }

    /** The page and the tools know each holder's keys that are left, and which are gone. */
    private void assertOnlyNewKeys(RunningService service) {
        Map<String, List<String>> left =
                Map.of("a", List.of("oprf/2", "token/2"), "b", List.of("link/2", "research/1"));
        left.forEach((holder, keys) -> {
            CommandLine verified = ceremony.step(service, holder, "verify");
            assertTaken(verified);
            assertThat(verified.output().lines().filter(line -> line.startsWith("  ")))
                    .extracting(line -> line.strip().split(" ")[0])
                    .containsExactlyInAnyOrderElementsOf(keys);
        });
        try (Browser browser = Browser.withoutScript(service)) {
            Page page = browser.signIn("sleutel-a-1").open("portaal/sleutels");
            assertThat(page.locator("dd:has-text('in gebruik')").count()).isEqualTo(3);
            assertThat(page.textContent("main")).doesNotContain("nog niet teruggezien");
            for (String key : List.of("oprf", "token", "link/1", "oprf/2", "token/2", "link/2")) {
                assertThat(page.locator("tr:has(td:text-is('" + key + "'))").textContent())
                        .as(key)
                        .contains(key.endsWith("/2") ? "in gebruik" : "vernietigd");
            }
        }
    }

    /** With its numbers as they are. */
    private TokenClient.Answer deliver(RunningService service, String brin) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(service.uri("api/v1/leveringen"))
                .header(
                        "Authorization",
                        "Bearer "
                                + Accounts.of("school-" + brin.toLowerCase(Locale.ROOT))
                                        .token())
                .header("Content-Type", "application/xml")
                .header("Idempotency-Key", "rechtstreeks-" + deliveries++)
                .POST(BodyPublishers.ofByteArray(MadeUpFiles.pupils(brin, PUPILS)))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        return new TokenClient.Answer(answer.statusCode(), answer.body());
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
