package journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.schakel.testserver.Accounts;
import nl.schakel.testserver.RunningService;

/**
 * The system's Chromium, without the pages' script by default: every page must work so. Collects what the browser
 * complains about (content security policy, missing files).
 */
final class Browser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of(System.getProperty("schakel.chromium", "/usr/bin/chromium"));
    private static final Path PICTURES = Path.of("target/screenshots");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final URI service;
    private final boolean script;

    private Browser(boolean script, URI service) {
        this.script = script;
        this.service = service;
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
        context = chromium.newContext(
                new NewContextOptions().setJavaScriptEnabled(script).setLocale("nl-NL"));
        context.setDefaultTimeout(30_000);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
    }

    /** A browser that runs no script of the page. */
    static Browser withoutScript() {
        return withoutScript(RunningService.shared());
    }

    /** The same at a service of one's own. */
    static Browser withoutScript(RunningService service) {
        return new Browser(false, service.uri());
    }

    /** A browser in which accessibility can be checked. */
    static Browser withScript() {
        return new Browser(true, RunningService.shared().uri());
    }

    /** The same at another address of the service. */
    static Browser withScript(URI service) {
        return new Browser(true, service);
    }

    /** The page, for clicks and reading. */
    Page page() {
        return page;
    }

    /** Goes to an address of the service. */
    Page open(String path) {
        page.navigate(service.resolve(path).toString());
        return page;
    }

    /** Goes to an address of the service; the status of the answer. */
    int status(String path) {
        return page.navigate(service.resolve(path).toString()).status();
    }

    /** Signs in and arrives at the start page of the role. */
    Browser signIn(String user) {
        return signIn(user, Accounts.of(user).passphrase());
    }

    /** The same for an account that the test made. */
    Browser signIn(String user, String passphrase) {
        open("portaal/aanmelden");
        page.fill("[name=gebruikersnaam]", user);
        page.fill("[name=wachtwoord]", passphrase);
        submit();
        assertThat(page.url()).as("after signing in as %s", user).endsWith("/portaal/start");
        return this;
    }

    /** Sends the page's form with the keyboard and waits for the page that follows, past any redirect. */
    void submit() {
        submit("main form");
    }

    /** The same for one form among several. */
    void submit(String form) {
        press(form + " button[type=submit]");
    }

    /** Follows a link with the keyboard and waits for the page behind it. */
    void follow(String link) {
        press(link);
    }

    private void press(String place) {
        page.waitForResponse(
                answer -> answer.request().isNavigationRequest() && answer.status() / 100 != 3,
                () -> page.press(place, "Enter"));
        page.waitForLoadState();
    }

    /** Keeps a picture of the page under {@code target/screenshots}. */
    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
    }

    /** What axe finds against WCAG 2.2 AA on the page; without script, on a copy of it beside the browser. */
    List<String> accessibilityFaults() {
        if (script) {
            return faults(page);
        }
        try (BrowserContext beside = chromium.newContext(new NewContextOptions().setLocale("nl-NL"))) {
            String address = page.url().replaceAll("#.*", "");
            Route.FulfillOptions copied = new Route.FulfillOptions()
                    .setContentType("text/html; charset=utf-8")
                    .setBody(page.content());
            Page copy = beside.newPage();
            copy.route(address::equals, route -> route.fulfill(copied));
            copy.navigate(address);
            return faults(copy);
        }
    }

    private static List<String> faults(Page page) {
        return new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(Rule::getId)
                        .toList();
    }

    /** What the browser complained about so far. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        context.close();
        playwright.close();
    }
}
