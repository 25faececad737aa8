package journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the users see and do in a browser, on the packaged product. */
class BrowserIT {
    private static final Map<String, List<String>> PAGES_OF_ROLES = Map.of(
            "school-99bb",
                    List.of("leveringen", "leveringen/nieuw", "leveringen/nieuw/hulp", "bezwaren", "toestemmingen"),
            "onderzoeker", List.of("onderzoeken", "onderzoeken/nieuw", "catalogus", "vrijgaven", "extracten"),
            "steward", List.of("onderzoeken", "extracten", "vrijgaven"),
            "privacy", List.of("onderzoeken", "logboek", "vrijgaven"),
            "beheer", List.of("registers", "koppelingen", "accounts", "accounts/nieuw", "mijn-account"));

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
        try (Browser browser = Browser.withoutScript()) {
            browser.signIn("school-99zz").open("portaal/logboek");
            assertThat(browser.page().textContent("h1")).isNotBlank();
        }
        try (Browser browser = Browser.withoutScript()) {
            Page page = browser.signIn("privacy").open("portaal/logboek");
            assertThat(page.locator("main table tbody tr").count()).isPositive();
            browser.picture("logboek");
        }
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
                assertThat(browser.open("portaal/" + path).locator("main table").count())
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
    void the_public_pages_speak_dutch_and_english() {
        try (Browser browser = Browser.withScript()) {
            Map<String, List<String>> faults = new TreeMap<>();
            for (String path : List.of(
                    "",
                    "portaal/toegankelijkheid",
                    "portaal/privacy",
                    "portaal/aanmelden",
                    "portaal/instellen",
                    "portaal/inrichten",
                    "portaal/catalogus")) {
                browser.open(path);
                check(browser, path, faults);
                assertThat(browser.page().getAttribute("html", "lang")).isEqualTo("nl");
            }
            assertThat(faults).isEmpty();
            browser.open("");
            browser.picture("voorpagina");
        }
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
