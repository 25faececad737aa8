package journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The way of a study on the pages, without script: from an empty form to the package on the researcher's disk. */
class ResearcherJourneyIT {
    private static final String STEWARDS_REASON = "De vraag past bij deze variabelen.";
    private static final String OFFICERS_REASON = "Er wordt niet meer gevraagd dan nodig is.";

    private final PlayedWorld world = PlayedWorld.shared();

    @Test
    void a_request_is_judged_twice_built_released_twice_and_fetched() throws Exception {
        String code;
        try (Browser researcher = world.browserOf("onderzoeker")) {
            code = handIn(researcher);
        }
        judge("steward", code, STEWARDS_REASON, OFFICERS_REASON);
        try (Browser researcher = world.browserOf("onderzoeker")) {
            open(researcher, "onderzoeken", code);
            assertThat(main(researcher)).contains("in beoordeling").doesNotContain(STEWARDS_REASON);
        }
        judge("privacy", code, OFFICERS_REASON, STEWARDS_REASON);
        build(code);
        agree("privacy", code);
        try (Browser researcher = world.browserOf("onderzoeker")) {
            open(researcher, "onderzoeken", code);
            assertThat(main(researcher)).contains("goedgekeurd", STEWARDS_REASON, OFFICERS_REASON);
            open(researcher, "vrijgaven", code);
            fetch(researcher);
        }
    }

    private String handIn(Browser browser) throws IOException {
        walk(browser);
        browser.follow("nav a[href$='/onderzoeken']");
        walk(browser);
        browser.follow("main a[href$='/onderzoeken/nieuw']");
        browser.follow("main a[href$='/catalogus']");
        walk(browser);
        browser.follow("main a[href$='/catalogus/rekenen_m']");
        assertThat(main(browser)).contains("Vaardigheidsscore rekenen");
        walk(browser);
        browser.open("portaal/onderzoeken/nieuw");
        fill(browser.page());
        walk(browser);
        browser.submit();
        assertThat(main(browser)).contains("De aanvraag is bewaard.", "concept", "Rekenen en leerjaar");
        walk(browser);
        browser.picture("aanvraag");
        browser.submit("form[action$='/indiening']");
        assertThat(main(browser)).contains("De aanvraag is ingediend.", "in beoordeling");
        walk(browser);
        return browser.page().textContent("h1").strip().split(" ")[0];
    }

    private void fill(Page page) throws IOException {
        page.fill("#titel", "Rekenen en leerjaar");
        page.fill("#doel", "Nagaan hoe rekenen zich per leerjaar ontwikkelt.");
        page.fill("#instelling", "Universiteit van Voorbeeld");
        page.check("#jaar-2021-2022");
        page.fill("#periodeVan", "2021-08-01");
        page.fill("#periodeTot", "2022-07-31");
        page.fill("#einddatum", LocalDate.now(Clock.systemUTC()).plusYears(1).toString());
        page.fill("#sleutel", world.publicKey());
        page.fill("#reden-geslacht", "Verschil tussen jongens en meisjes.");
        page.fill("#reden-leerjaar", "Ontwikkeling over de groepen.");
        page.fill("#reden-rekenen_m", "De vraag van het onderzoek.");
    }

    /** Judges as one reviewer, who reads the reason of the other only where both have judged. */
    private void judge(String user, String code, String reason, String other) {
        try (Browser reviewer = world.browserOf(user)) {
            walk(reviewer);
            open(reviewer, "onderzoeken", code);
            assertThat(main(reviewer))
                    .contains("Universiteit van Voorbeeld", "Ontwikkeling over de groepen.")
                    .doesNotContain(other);
            reviewer.page().check("[name=oordeel][value=APPROVE]");
            reviewer.page().fill("#reden", reason);
            walk(reviewer);
            reviewer.submit("form[action$='/beoordeling']");
            assertThat(main(reviewer)).contains("Uw oordeel is vastgelegd.", reason);
            assertThat(main(reviewer).contains(other)).isEqualTo(user.equals("privacy"));
            walk(reviewer);
            reviewer.picture("beoordeling-" + user);
        }
    }

    private void build(String code) {
        try (Browser steward = world.browserOf("steward")) {
            open(steward, "onderzoeken", code);
            steward.follow("main a[href$='/extracten']");
            walk(steward);
            steward.submit("form[action$='/extracten']");
            assertThat(main(steward)).contains("Het extract is gemaakt.", "Kans op herkenning");
            walk(steward);
            steward.picture("extract");
            steward.follow("main a[href*='/vrijgaven/']");
            assertThat(main(steward)).contains("wacht op akkoord", "Er is nog geen akkoord.");
            agree(steward);
            assertThat(main(steward)).contains("wacht op akkoord");
            assertThat(steward.page().locator("form[action$='/akkoord']").count())
                    .as("one person agrees once")
                    .isZero();
        }
    }

    private void agree(String user, String code) {
        try (Browser officer = world.browserOf(user)) {
            open(officer, "vrijgaven", code);
            officer.follow("main a[href*='/extracten/']");
            assertThat(main(officer)).contains("Kans op herkenning");
            walk(officer);
            officer.follow("main a[href*='/vrijgaven/']");
            agree(officer);
            assertThat(main(officer)).contains("vrijgegeven");
            officer.picture("vrijgave");
        }
    }

    private static void agree(Browser browser) {
        walk(browser);
        browser.submit("form[action$='/akkoord']");
        assertThat(main(browser)).contains("Uw akkoord is vastgelegd.");
        walk(browser);
    }

    private static void fetch(Browser browser) throws IOException, NoSuchAlgorithmException {
        Page page = browser.page();
        Download download = page.waitForDownload(() -> page.press("main a[download]", "Enter"));
        assertThat(download.suggestedFilename()).endsWith(".zip.age");
        Path file = download.path();
        byte[] sealed = Files.readAllBytes(file);
        assertThat(new String(sealed, 0, 21, StandardCharsets.US_ASCII)).isEqualTo("age-encryption.org/v1");
        assertThat(main(browser))
                .as("the page names the digest of the file")
                .contains(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(sealed)));
        page.reload();
        assertThat(main(browser)).contains("opgehaald");
        walk(browser);
        browser.picture("pakket");
    }

    @Test
    void an_incomplete_request_leads_the_keyboard_from_each_fault_to_its_field() throws IOException {
        try (Browser browser = world.browserOf("onderzoeker")) {
            Page page = browser.open("portaal/onderzoeken/nieuw");
            page.fill("#titel", "Nog niet af");
            browser.submit();
            browser.submit("form[action$='/indiening']");
            assertThat(page.title()).startsWith("(7 fouten)");
            assertThat(main(browser)).contains("Beschrijf het doel.", "Vul een einddatum in.");
            walk(browser);
            browser.picture("aanvraag-onvolledig");
            Locator links = page.locator("#fouten a");
            assertThat(links.all().stream().map(link -> link.getAttribute("href")))
                    .containsExactly(
                            "#doel",
                            "#instelling",
                            "#schooljaren",
                            "#periodeVan",
                            "#einddatum",
                            "#sleutel",
                            "#variabelen");
            for (Locator link : links.all()) {
                String field = link.getAttribute("href");
                link.press("Enter");
                assertThat(page.locator(field + ":focus").count()).as(field).isEqualTo(1);
            }
            page.press("#fouten a[href='#instelling']", "Enter");
            page.keyboard().type("Hogeschool");
            assertThat(page.inputValue("#instelling")).isEqualTo("Hogeschool");
            fill(page);
            browser.submit();
            assertThat(main(browser)).contains("De aanvraag is bewaard.", "Rekenen en leerjaar");
            browser.submit("form[action$='/sluiting']");
            assertThat(main(browser)).contains("ingetrokken");
            walk(browser);
        }
    }

    @Test
    void the_switch_of_languages_leads_from_the_faults_to_the_request_in_english() {
        try (Browser browser = world.browserOf("onderzoeker")) {
            browser.open("portaal/onderzoeken/nieuw");
            browser.submit();
            browser.submit("form[action$='/indiening']");
            browser.follow("header a[hreflang=en]");
            assertThat(main(browser)).contains("draft");
            walk(browser);
            browser.submit("form[action$='/indiening']");
            assertThat(browser.page().title()).startsWith("(8 ");
            assertThat(main(browser)).contains("Describe the purpose.");
            walk(browser);
        }
    }

    /** Goes by the menu to a list, and from there to the page of the study. */
    private static void open(Browser browser, String list, String code) {
        browser.open("portaal/start");
        browser.follow("nav a[href$='/" + list + "']");
        walk(browser);
        browser.follow("main table a:text-is('" + code + "')");
        walk(browser);
    }

    private static String main(Browser browser) {
        return browser.page().textContent("main");
    }

    private static void walk(Browser browser) {
        List<String> faults = browser.accessibilityFaults();
        assertThat(faults).as(browser.page().url()).isEmpty();
    }
}
