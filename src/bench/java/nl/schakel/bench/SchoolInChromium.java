package nl.schakel.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import nl.schakel.testserver.Accounts;
import nl.schakel.testserver.RunningService;

/** A school that uploads blind in headless Chromium, at the packaged service; needs {@code mvn package} before. */
final class SchoolInChromium implements AutoCloseable {
    private static final String BARE =
            """
            async (count) => {
              const { p256_oprf } = await import('/script/noble/curves/nist.js');
              const { blind, finalize } = p256_oprf.oprf;
              const run = (from, to) => {
                for (let i = from; i < to; i++) {
                  const input = new TextEncoder().encode(`NLPGN\\u0001\\u0001\\t${100000000 + i}`);
                  const made = blind(input);
                  finalize(input, made.blind, made.blinded);
                }
              };
              run(0, count / 10);
              const start = performance.now();
              run(count, 2 * count);
              return 1000 * count / (performance.now() - start);
            }
            """;
    private static final int BARE_NUMBERS = 200;
    private static final String PLENTY = "10000000";
    private static final double PATIENCE = 300_000;
    private static final Pattern RECEIPT = Pattern.compile(".*/portaal/leveringen/[0-9a-f-]{36}.*");

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser chromium = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(System.getProperty("schakel.chromium", "/usr/bin/chromium")))
                    .setArgs(List.of("--no-sandbox", "--disable-gpu")));
    private final Page page = chromium.newPage();
    private final RunningService service = RunningService.start(
            RunningService.newHome(),
            Map.of("-XX:TieredStopAtLevel", "4", "schakel.evaluaties.per-schooljaar", PLENTY));

    /** Signs in. */
    void signIn(String brin) {
        Accounts.Account school = Accounts.of("school-" + brin.toLowerCase(Locale.ROOT));
        page.setDefaultTimeout(PATIENCE);
        page.setDefaultNavigationTimeout(PATIENCE);
        page.navigate(service.uri("portaal/aanmelden").toString());
        page.fill("[name=gebruikersnaam]", school.user());
        page.fill("[name=wachtwoord]", school.passphrase());
        page.press("main form button[type=submit]", "Enter");
        page.waitForURL("**/portaal/start");
    }

    String version() {
        return chromium.version();
    }

    /** Fills in the upload page, up to the click. */
    void choose(byte[] file) {
        openUpload();
        page.check("#stap-versturen");
        page.check("#wijze-blind");
        page.setInputFiles("#bestand", new FilePayload("leerlingen.xml", "application/xml", file));
    }

    /**
     * Clicks, and waits for the page of the delivery.
     *
     * @throws IllegalStateException where not all pupils were accepted
     */
    void send(int pupils) {
        page.click("main form button[type=submit]");
        page.waitForURL(RECEIPT);
        String receipt = page.textContent("main").replace(".", "");
        if (!receipt.contains(pupils + " van " + pupils)) {
            throw new IllegalStateException("not all were accepted: " + receipt);
        }
    }

    /** Numbers a second of noble's blind and finalize in the page's own thread, after some that do not count. */
    double bare() {
        openUpload();
        return page.evaluate(BARE, BARE_NUMBERS) instanceof Number number ? number.doubleValue() : 0;
    }

    private void openUpload() {
        page.navigate(service.uri("portaal/leveringen/nieuw").toString());
    }

    @Override
    public void close() {
        playwright.close();
        service.close();
    }
}
