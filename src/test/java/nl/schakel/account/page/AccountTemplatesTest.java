package nl.schakel.account.page;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.schakel.account.Account;
import nl.schakel.account.AccountDraft;
import nl.schakel.account.AccountEntry;
import nl.schakel.account.AccountFile;
import nl.schakel.account.AccountSearch;
import nl.schakel.account.BindingId;
import nl.schakel.account.BoundIdentity;
import nl.schakel.account.IssuedToken;
import nl.schakel.account.OneTimeSecret;
import nl.schakel.account.ProviderName;
import nl.schakel.account.ProviderOffer;
import nl.schakel.account.TokenId;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import nl.schakel.platform.web.AVisitor;
import nl.schakel.platform.web.FieldFault;
import nl.schakel.platform.web.Language;
import nl.schakel.platform.web.PageContext;
import nl.schakel.platform.web.Texts;
import nl.schakel.school.Brin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccountTemplatesTest {
    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final ProviderOffer OFFER = new ProviderOffer(new ProviderName("entree"), "Entree Federatie");

    @ParameterizedTest
    @EnumSource
    void every_page_of_every_kind_of_account_has_its_words(Language language) {
        for (Role role : Role.values()) {
            for (boolean machine : new boolean[] {true, false}) {
                for (boolean enabled : new boolean[] {true, false}) {
                    AccountEntry entry = new AccountEntry(account(role, "Naam", enabled), machine, NOON);
                    for (boolean own : new boolean[] {true, false}) {
                        words(render("een", language, view(entry, own)));
                    }
                    words(render("mijn", language, view(entry, true)));
                    words(render("lijst", language, list(List.of(entry), role)));
                }
            }
        }
        words(render("lijst", language, list(List.of(), Role.SCHOOL)));
        words(render("nieuw", language, new NewAccountView(AccountForm.EMPTY)));
        words(render("instellen", language, SetupForm.EMPTY));
        words(render("inrichten", language, new SetupForm("ABCDE", "beheer", "Beheer")));
        words(render("aanmelden", language, signIn(true)));
        words(render("aanmelden", language, signIn(false)));
        words(render("koppelen", language, new BindForm("ABC", OFFER, true)));
        words(render("verder", language, "start"));
    }

    @ParameterizedTest
    @EnumSource
    void the_help_page_gives_the_address_or_says_that_there_is_none(Language language) {
        String given = render("hulp", language, HelpContact.of(Optional.of("mailto:hulp@dienst.example")));
        words(given);
        assertThat(given).contains("href=\"mailto:hulp@dienst.example\">hulp@dienst.example<");
        String none = render("hulp", language, HelpContact.of(Optional.empty()));
        words(none);
        assertThat(none)
                .contains(Texts.in(language).text("account.hulp.contact.geen-adres"))
                .doesNotContain("mailto:");
    }

    @Test
    void a_secret_stands_once_on_the_page_that_made_it() {
        AccountEntry entry = new AccountEntry(account(Role.SCHOOL, "LVS", true), true, NOON);
        OneTimeSecret token = new OneTimeSecret("sch_geheim", NOON);
        assertThat(render("een", Language.NL, view(entry, false).with(token)))
                .containsOnlyOnce("sch_geheim")
                .contains("Bewaar deze API-sleutel nu");
        assertThat(render("een", Language.NL, view(entry, false).with(new OneTimeSecret("ABCDE-12345", NOON))))
                .containsOnlyOnce("ABCDE-12345")
                .contains("Geef deze code aan de persoon");
        assertThat(render("een", Language.NL, view(entry, false))).doesNotContain("sk-geheim");
    }

    @Test
    void an_operator_is_offered_nothing_about_the_own_account_and_no_token_of_a_person() {
        AccountEntry person = new AccountEntry(account(Role.OPERATOR, "Beheer", true), false, NOON);
        assertThat(render("een", Language.NL, view(person, true)))
                .doesNotContain("uitschakeling", "instelcode", "name=\"rollen\"", "name=\"dagen\"");
        assertThat(render("een", Language.NL, view(person, false)))
                .contains("uitschakeling", "instelcode", "name=\"rollen\"", "/intrekking")
                .doesNotContain("name=\"dagen\"");
        AccountEntry machine = new AccountEntry(account(Role.OPERATOR, "Taak", true), true, NOON);
        assertThat(render("een", Language.NL, view(machine, false)))
                .contains("name=\"dagen\"")
                .doesNotContain("instelcode");
    }

    @Test
    void every_form_sends_its_secret_and_shows_no_markup_of_a_name() {
        AccountEntry hostile = new AccountEntry(account(Role.STEWARD, "<script>alert(1)</script>", true), false, NOON);
        for (String html : List.of(
                render("een", Language.NL, view(hostile, false)),
                render("mijn", Language.NL, view(hostile, true)),
                render("lijst", Language.NL, list(List.of(hostile), Role.STEWARD)))) {
            assertThat(html).doesNotContain("<script>alert").doesNotContain(" style=");
            assertThat(html.split("<form ", -1).length)
                    .isEqualTo(html.split("name=\"_csrf\" value=\"geheim\"", -1).length);
        }
    }

    @Test
    void a_password_is_never_shown_again_and_a_fault_leads_to_its_field() {
        PageContext page = new PageContext(
                Texts.in(Language.NL),
                AVisitor.of(Role.OPERATOR.name()),
                "/portaal/instellen",
                "Titel",
                List.of(),
                List.of(),
                List.of(new FieldFault("rollen", "Kies een rol."), new FieldFault("brin", "Vul het BRIN in.")));
        StringOutput html = new StringOutput();
        AccountDraft draft = new AccountDraft("x", "N", Set.of("STEWARD", "RESEARCHER"), "99", true);
        ENGINE.render("account/nieuw.jte", Map.of("page", page, "model", new NewAccountView(draft)), html);
        assertThat(html.toString())
                .contains("href=\"#rollen\"", "id=\"rollen\"", "href=\"#brin\"", "id=\"brin\"")
                .contains("id=\"rol-STEWARD\" name=\"rollen\" value=\"STEWARD\" checked")
                .contains("id=\"soort-machine\" name=\"soort\" value=\"machine\" checked");
        assertThat(render("instellen", Language.NL, SetupForm.EMPTY))
                .contains("type=\"password\" value=\"\" autocomplete=\"new-password\"");
    }

    private static void words(String html) {
        assertThat(html)
                .doesNotContain("[account.")
                .doesNotContain("[platform.")
                .doesNotContain("null");
    }

    @Test
    void the_sign_in_page_offers_what_is_configured_and_no_more() {
        assertThat(render("aanmelden", Language.NL, signIn(true)))
                .contains("href=\"/portaal/aanmelden/bij/entree?naar=leveringen\"", "Inloggen via Entree Federatie")
                .contains("name=\"wachtwoord\"", "href=\"/portaal/aanmelden/bij/entree/uit\"");
        assertThat(render("aanmelden", Language.NL, signIn(false)))
                .contains("Inloggen via Entree Federatie")
                .doesNotContain("name=\"wachtwoord\"", "instellen");
    }

    private static SignInForm signIn(boolean passwords) {
        ProblemText problem =
                ProblemText.find(Texts.in(Language.NL), "tweede-factor-nodig").orElseThrow();
        return new SignInForm(
                "", "leveringen", "gekoppeld", passwords, List.of(OFFER), Optional.of(OFFER), Optional.of(problem));
    }

    private static AccountList list(List<AccountEntry> entries, Role role) {
        return new AccountList(entries, new AccountSearch("naam", Optional.of(role)));
    }

    private static AccountView view(AccountEntry entry, boolean own) {
        IssuedToken open =
                new IssuedToken(new TokenId(new UUID(1, 2)), "", NOON, NOON.plusSeconds(9), Optional.empty());
        IssuedToken gone =
                new IssuedToken(new TokenId(new UUID(3, 4)), "weg", NOON, NOON.plusSeconds(9), Optional.of(NOON));
        BoundIdentity identity = new BoundIdentity(new BindingId(new UUID(7, 8)), "https://inlog.example", NOON);
        return AccountView.of(new AccountFile(entry, List.of(open, gone), List.of(identity), NOON), own, "gewijzigd");
    }

    private static Account account(Role role, String name, boolean enabled) {
        Optional<Brin> school = role == Role.SCHOOL ? Optional.of(new Brin("99AA")) : Optional.empty();
        return new Account(new StaffId(new UUID(5, 6)), "gebruiker", name, Set.of(role), school, enabled);
    }

    private static String render(String template, Language language, Object model) {
        StringOutput html = new StringOutput();
        PageContext page = new PageContext(
                Texts.in(language),
                AVisitor.of(Role.OPERATOR.name()),
                "/portaal/accounts",
                "Titel",
                List.of(),
                List.of(),
                List.of());
        ENGINE.render("account/" + template + ".jte", Map.of("page", page, "model", model), html);
        return html.toString();
    }
}
