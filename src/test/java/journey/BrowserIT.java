package journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import nl.schakel.testserver.Accounts;
import nl.schakel.testserver.RunningService;
import org.junit.jupiter.api.Test;

/** What the users see and do in a browser, on the packaged product. */
class BrowserIT {
    private static final List<String> KEY_PAGES =
            List.of("sleutels", "sleutels/draaiboek/aanmaken", "sleutels/draaiboek/roteren", "mijn-account");
    private static final Map<String, List<String>> PAGES_OF_ROLES = Map.of(
            "school-99bb",
                    List.of(
                            "leveringen",
                            "leveringen/nieuw",
                            "leveringen/nieuw?wijze=blind",
                            "leveringen/nieuw/hulp",
                            "nummerwijzigingen",
                            "bezwaren",
                            "toestemmingen"),
            "onderzoeker", List.of("onderzoeken", "onderzoeken/nieuw", "catalogus", "vrijgaven", "extracten"),
            "steward", List.of("onderzoeken", "extracten", "vrijgaven"),
            "privacy", List.of("onderzoeken", "logboek", "verwerkingsactiviteiten", "inzage", "vrijgaven"),
            "beheer",
                    List.of(
                            "registers",
                            "koppelingen",
                            "evaluatieruimten",
                            "accounts",
                            "accounts/nieuw",
                            "mijn-account"),
            "sleutel-a-1", KEY_PAGES,
            "sleutel-b-2", KEY_PAGES,
            "sleutel-log-1", KEY_PAGES);

    private static final List<String> PUBLIC_PAGES = List.of(
            "",
            "portaal/toegankelijkheid",
            "portaal/privacy",
            "portaal/hulp",
            "portaal/aanmelden",
            "portaal/instellen",
            "portaal/inrichten",
            "portaal/catalogus");

    @Test
    void a_school_checks_sends_and_approves_a_file_without_script_and_gets_a_receipt() {
        try (Browser browser = Browser.withoutScript()) {
            Page page = browser.signIn("school-99bb").open("portaal/leveringen/nieuw");
            choose(browser, "controleren");
            assertThat(page.textContent("main")).contains("30");
            assertThat(page.textContent("main")).doesNotContain("Zwaluwenburg");
            page = browser.open("portaal/leveringen/nieuw");
            choose(browser, "versturen");
            assertThat(page.url()).matches(".*/portaal/leveringen/[0-9a-f-]{36}.*");
            String delivery = page.url().replaceAll("[?#].*", "");
            browser.picture("levering");
            page.navigate(delivery + "/goedkeuring");
            browser.submit();
            assertThat(page.textContent("main")).containsIgnoringCase("goedgekeurd");
            page.navigate(delivery + "/ontvangstbewijs");
            assertThat(page.textContent("main")).contains("99BB");
            browser.picture("ontvangstbewijs");
        }
    }

    @Test
    void a_school_records_an_objection_and_the_key_appears_nowhere_afterwards() {
        try (Browser browser = Browser.withoutScript()) {
            Page page = browser.signIn("school-99xx").open("portaal/bezwaren");
            page.fill("[name=vestiging]", "99XX00");
            page.fill("[name=leerlingsleutel]", "sleutel-zonder-weerga");
            browser.submit();
            assertThat(page.url()).doesNotContain("weerga");
            assertThat(page.content()).doesNotContain("weerga");
            assertThat(page.locator("main table tbody tr").count()).isPositive();
        }
    }

    @Test
    void a_privacy_officer_finds_a_refusal_in_the_log() {
        try (Browser officer = Browser.withoutScript();
                Browser school = Browser.withoutScript()) {
            int before = refusedReadings(officer.signIn("privacy")).count();
            assertThat(school.signIn("school-99zz").status("portaal/logboek")).isEqualTo(403);
            Locator refused = refusedReadings(officer);
            assertThat(refused.count()).isEqualTo(before + 1);
            assertThat(refused.first().textContent()).contains("audit.read", "geweigerd", "geen-recht");
            officer.picture("logboek");
        }
    }

    private static Locator refusedReadings(Browser browser) {
        Page page = browser.open("portaal/logboek");
        page.fill("[name=handeling]", "audit.read");
        page.selectOption("[name=uitkomst]", "denied");
        browser.submit("main form");
        return page.locator("main table tbody tr");
    }

    @Test
    void an_operator_makes_an_account_and_its_holder_sets_a_passphrase_and_changes_it() {
        String name = "nieuw-" + UUID.randomUUID();
        String code;
        try (Browser browser = Browser.withScript()) {
            Page page = browser.signIn("beheer").open("portaal/accounts/nieuw");
            page.fill("[name=gebruikersnaam]", name);
            page.fill("[name=naam]", "N. Nieuw");
            browser.submit();
            assertThat(page.textContent("#fouten")).contains("rol");
            assertThat(browser.accessibilityFaults()).isEmpty();
            page.check("#rol-STEWARD");
            page.check("#rol-RESEARCHER");
            browser.submit();
            assertThat(page.textContent("#fouten")).contains("onderzoeker");
            page.uncheck("#rol-RESEARCHER");
            browser.submit();
            assertThat(browser.accessibilityFaults()).isEmpty();
            browser.submit("form[action$=instelcode]");
            code = page.textContent(".sk-geheim");
            assertThat(browser.accessibilityFaults()).isEmpty();
            browser.picture("account");
        }
        try (Browser browser = Browser.withoutScript()) {
            set(browser, "portaal/instellen", Map.of("code", code), "een wachtzin van mijzelf");
            assertThat(browser.page().url()).contains("aanmelden?ingesteld=ja");
            browser.signIn(name, "een wachtzin van mijzelf");
            set(browser, "portaal/mijn-account", Map.of("huidig", "een andere wachtzin"), "nog een betere wachtzin");
            assertThat(browser.page().textContent("#fouten")).contains("niet uw huidige wachtzin");
            set(
                    browser,
                    "portaal/mijn-account",
                    Map.of("huidig", "een wachtzin van mijzelf"),
                    "nog een betere wachtzin");
            assertThat(browser.page().textContent("main")).contains("Uw wachtzin is gewijzigd");
            browser.picture("mijn-account");
        }
        try (Browser browser = Browser.withoutScript()) {
            browser.signIn(name, "nog een betere wachtzin");
            set(browser, "portaal/instellen", Map.of("code", code), "een wachtzin van een ander");
            assertThat(browser.page().textContent("#fouten")).contains("al gebruikt");
        }
    }

    private static void set(Browser browser, String path, Map<String, String> fields, String passphrase) {
        Page page = browser.open(path);
        fields.forEach((field, value) -> page.fill("[name=" + field + "]", value));
        page.fill("[name=nieuw]", passphrase);
        page.fill("[name=herhaald]", passphrase);
        browser.submit();
    }

    @Test
    void nobody_sees_a_page_of_another_role() {
        try (Browser browser = Browser.withoutScript()) {
            browser.signIn("onderzoeker");
            for (String path : List.of("leveringen", "logboek", "registers", "bezwaren", "accounts")) {
                assertThat(browser.status("portaal/" + path)).as(path).isEqualTo(403);
                assertThat(browser.page().locator("main table").count())
                        .as(path)
                        .isZero();
                assertThat(browser.page().textContent("main")).as(path).doesNotContain("99BB");
            }
        }
    }

    @Test
    void every_page_of_every_role_meets_the_accessibility_rules_and_the_content_security_policy() {
        Map<String, List<String>> faults = new TreeMap<>();
        PAGES_OF_ROLES.forEach((user, paths) -> {
            try (Browser browser = Browser.withScript()) {
                browser.signIn(user);
                check(browser, user + " start", faults);
                for (String path : paths) {
                    browser.open("portaal/" + path);
                    check(browser, user + " " + path, faults);
                }
                browser.picture("laatste-" + user);
            }
        });
        assertThat(faults).isEmpty();
    }

    @Test
    void a_custodian_who_has_to_confirm_and_an_officer_who_may_look_up_see_accessible_pages() throws Exception {
        TokenClient custodian = as("sleutel-b-1");
        TokenClient.Answer step =
                custodian.post("sleutelhandelingen", "{\"handeling\":\"schorsen\",\"oefening\":true}");
        assertThat(step.status()).as(step.body()).isBetween(200, 201);
        TokenClient.Answer asked =
                as("privacy").post("inzageverzoeken", "{\"grond\":\"inzage\",\"toelichting\":\"Brief van een ouder\"}");
        assertThat(as("privacy-2")
                        .post("inzageverzoeken/" + asked.id() + "/goedkeuring", "")
                        .status())
                .isEqualTo(200);
        Map<String, List<String>> faults = new TreeMap<>();
        try (Browser browser = Browser.withScript()) {
            assertThat(browser.signIn("sleutel-b-2").open("portaal/sleutels").textContent("main"))
                    .contains("(oefening)");
            check(browser, "a step that waits", faults);
            browser.picture("sleutels");
        }
        try (Browser browser = Browser.withScript()) {
            browser.signIn("privacy").open("portaal/inzage/" + asked.id());
            check(browser, "a look-up", faults);
            browser.picture("inzage");
        }
        assertThat(custodian
                        .post("sleutelhandelingen/" + step.id() + "/afwijzing", "")
                        .status())
                .isEqualTo(200);
        assertThat(faults).isEmpty();
    }

    private static TokenClient as(String user) {
        return new TokenClient(
                RunningService.shared().uri("api/v1/"), Accounts.of(user).token());
    }

    @Test
    void the_public_pages_speak_dutch_and_english() {
        try (Browser browser = Browser.withScript()) {
            Map<String, String> dutch = texts(browser, "nl");
            browser.open("");
            browser.picture("voorpagina");
            browser.follow("header a[hreflang=en]");
            assertThat(browser.page().getAttribute("html", "lang")).isEqualTo("en");
            Map<String, String> english = texts(browser, "en");
            assertThat(dutch.get("portaal/toegankelijkheid")).contains("Iedereen moet Schakel kunnen gebruiken.");
            assertThat(english.get("portaal/toegankelijkheid")).contains("Everybody must be able to use Schakel.");
            assertThat(english)
                    .allSatisfy((path, text) -> assertThat(text).as(path).isNotEqualTo(dutch.get(path)));
        }
    }

    /** The texts of the public pages, which are all in this language and without a fault. */
    private static Map<String, String> texts(Browser browser, String language) {
        Map<String, List<String>> faults = new TreeMap<>();
        Map<String, String> texts = new TreeMap<>();
        for (String path : PUBLIC_PAGES) {
            texts.put(path, browser.open(path).textContent("main"));
            check(browser, language + " " + path, faults);
            assertThat(browser.page().getAttribute("html", "lang")).as(path).isEqualTo(language);
        }
        assertThat(faults).isEmpty();
        return texts;
    }

    private static void choose(Browser browser, String step) {
        Page page = browser.page();
        page.check("#stap-" + step);
        page.setInputFiles(
                "#bestand", new FilePayload("leerlingen.xml", "application/xml", MadeUpFiles.pupils("99BB", 30)));
        browser.submit();
    }

    private static void check(Browser browser, String place, Map<String, List<String>> faults) {
        List<String> found = browser.accessibilityFaults();
        if (!found.isEmpty()) {
            faults.put(place, found);
        }
        List<String> complaints = browser.complaints();
        if (!complaints.isEmpty()) {
            faults.put(place + " (console)", complaints);
        }
    }
}
