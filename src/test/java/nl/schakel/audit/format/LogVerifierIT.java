package nl.schakel.audit.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verifier that is one page, opened from a file in Chromium: it must say of every bundle what the one in Java says. */
class LogVerifierIT {
    private static final long SEED = 20261122;
    private static final int TOGETHER = 200;
    private static final Path PAGE = Path.of("target/frontend/script/controle/logboek-controle.html");
    private static final String JUDGE =
            """
            async (probes) => {
              const bytes = (base64) => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
              const told = [];
              for (const { bundle, policy, signer, state } of probes) {
                const order = { policyBytes: new TextEncoder().encode(policy), signerLine: signer ?? null, stateText: state ?? null };
                const { count, faults, next } = await globalThis.controleer(new Blob([bytes(bundle)]), order);
                const places = faults.map((fault) => `; ${fault.code} ${fault.line} ${fault.seq} ${fault.id} ${fault.member}`);
                told.push(`${count}${places.join('')}${next ?? ''}`);
              }
              return told;
            }
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static final List<String> COMPLAINTS = new ArrayList<>();
    private static final List<String> REQUESTS = new ArrayList<>();
    private static Playwright playwright;
    private static Page page;

    @BeforeAll
    static void open_the_page_from_a_file() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        BrowserContext context = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getProperty("schakel.chromium", "/usr/bin/chromium")))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")))
                .newContext();
        page = context.newPage();
        page.onConsoleMessage(message -> COMPLAINTS.add(message.text()));
        page.onPageError(COMPLAINTS::add);
        page.onRequest(request -> REQUESTS.add(request.url()));
        page.navigate(PAGE.toUri().toString());
    }

    @AfterAll
    static void close() {
        playwright.close();
    }

    private void requireSame(List<Probe> probes) {
        SoftAssertions each = new SoftAssertions();
        for (int first = 0; first < probes.size(); first += TOGETHER) {
            List<Probe> some = probes.subList(first, Math.min(first + TOGETHER, probes.size()));
            List<?> told = (List<?>) page.evaluate(
                    JUDGE, some.stream().map(LogVerifierIT::arguments).toList());
            for (int i = 0; i < some.size(); i++) {
                var verdict = some.get(i).verdict(folder.resolve("bundel"));
                each.assertThat(String.valueOf(told.get(i)))
                        .as("seed %d, %s", SEED, some.get(i).name())
                        .isEqualTo(Probe.told(verdict) + verdict.next().orElse(""));
            }
        }
        each.assertAll();
    }

    private static Map<String, @Nullable Object> arguments(Probe probe) {
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
        arguments.put("bundle", Base64.getEncoder().encodeToString(probe.bundle()));
        arguments.put("policy", probe.policy());
        arguments.put("signer", probe.signer().orElse(null));
        arguments.put("state", probe.state().orElse(null));
        return arguments;
    }

    @Test
    void both_verifiers_find_the_same_in_every_probe() throws IOException {
        requireSame(Probes.all());
        requireSame(JcsProbes.all());
    }

    @Test
    void both_verifiers_find_each_changed_byte_at_the_same_place() {
        byte[] bundle = BundleProbesTest.small().bytes();
        Random random = new Random(SEED);
        List<Probe> probes = new ArrayList<>();
        for (int at = 0; at < bundle.length; at++) {
            byte[] changed = bundle.clone();
            changed[at] ^= (byte) (1 << random.nextInt(8));
            probes.add(Probe.of("changed at " + at, changed, ""));
        }
        for (int at = 0; at < bundle.length; at += 1 + random.nextInt(20)) {
            byte[] dropped = Arrays.copyOf(bundle, bundle.length - 1);
            System.arraycopy(bundle, at + 1, dropped, at, dropped.length - at);
            probes.add(Probe.of("dropped at " + at, dropped, ""));
        }
        requireSame(probes);
    }

    @Test
    void both_verifiers_find_logs_of_any_size_whole() {
        Random random = new Random(SEED);
        List<Probe> probes = new ArrayList<>();
        for (int size : new int[] {0, 1, 2, 3, 64, 255, 256, 257, 700 + random.nextInt(300)}) {
            ABundle bundle = new ABundle();
            for (int n = 0; n < size; n++) {
                bundle.add(
                        n % 50 == 7
                                ? AnEntry.operation(n, random.nextInt(2500))
                                : AnEntry.act(n, "act", "log.read", "log")
                                        .detail("shown", "x".repeat(random.nextInt(50))));
            }
            String state = AState.of(bundle);
            probes.add(Probe.of("size " + size, bundle.text(), ""));
            probes.add(Probe.of("nothing new", bundle.text(), "").after(state));
            for (int from : new int[] {random.nextInt(size + 1), size}) {
                probes.add(Probe.of(
                                "size " + size + " from " + from,
                                bundle.from(from).text(),
                                "")
                        .after(state));
            }
        }
        probes.add(Probe.of("a day", ABundle.ofADay().text(), ""));
        probes.addAll(QuantumProbes.right());
        probes.forEach(
                probe -> assertThat(probe.verdict(folder.resolve("bundel")).whole())
                        .as("seed %d, %s", SEED, probe.name())
                        .isTrue());
        requireSame(probes);
    }

    @Test
    void a_person_checks_a_bundle_keeps_the_state_and_sees_a_rollback() throws IOException {
        COMPLAINTS.clear();
        VerifierFiles.write(folder);
        choose("bundel", "bundel");
        choose("beleid", "beleid");
        choose("ondertekenaar", "ondertekenaar");
        check("Het logboek is heel");
        requireAccessible();
        Download state = page.waitForDownload(
                () -> page.getByText("Bewaar de nieuwe stand").click());
        state.saveAs(folder.resolve("stand"));
        assertThat(Files.readString(folder.resolve("stand"))).isEqualTo(AState.ofADay(15));

        choose("bundel", "teruggezet");
        choose("stand", "stand");
        check("Het logboek is niet heel");
        assertThat(page.locator("#fouten").innerText())
                .contains("LB-40 bundelregel 4")
                .contains("teruggezet");
        assertThat(page.locator("#bewaar").isVisible()).isFalse();
        requireAccessible();

        choose("beleid", "bundel");
        check("Er is niets gecontroleerd");
        assertThat(page.locator("#uitkomst").innerText()).contains("van het beleid klopt niet");
        assertThat(COMPLAINTS).isEmpty();
        assertThat(REQUESTS).allMatch(url -> url.startsWith("file:") || url.startsWith("blob:"));
    }

    private void choose(String field, String file) {
        page.locator("#" + field).setInputFiles(folder.resolve(file));
    }

    private static void check(String heading) {
        page.locator("#controleer").click();
        page.getByText(heading, new Page.GetByTextOptions().setExact(true))
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("uitkomst");
    }

    private static void requireAccessible() {
        List<String> rules = new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(Rule::getId)
                        .toList();
        assertThat(rules).isEmpty();
    }

    @Test
    void the_page_allows_no_connection_and_no_other_script() throws IOException {
        String html = Files.readString(PAGE);
        assertThat(html)
                .contains("default-src 'none'", "script-src 'sha256-", "style-src 'sha256-")
                .doesNotContain("unsafe-");
        assertThat(page.evaluate("fetch('data:text/plain,x').then(() => 'sent', () => 'kept')"))
                .isEqualTo("kept");
    }
}
