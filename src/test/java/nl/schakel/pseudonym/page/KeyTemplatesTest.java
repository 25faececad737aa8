package nl.schakel.pseudonym.page;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import nl.schakel.audit.StaffId;
import nl.schakel.platform.web.AVisitor;
import nl.schakel.platform.web.FieldFault;
import nl.schakel.platform.web.Language;
import nl.schakel.platform.web.PageContext;
import nl.schakel.platform.web.Texts;
import nl.schakel.platform.web.Visitor;
import nl.schakel.pseudonym.HeldStores;
import nl.schakel.pseudonym.Holder;
import nl.schakel.pseudonym.KeyAct;
import nl.schakel.pseudonym.KeyChanges;
import nl.schakel.pseudonym.KeyId;
import nl.schakel.pseudonym.KeySeries;
import nl.schakel.pseudonym.KeyState;
import nl.schakel.pseudonym.KeyStep;
import nl.schakel.pseudonym.KeyStepId;
import nl.schakel.pseudonym.LostPersons;
import nl.schakel.pseudonym.OpenChange;
import nl.schakel.pseudonym.RegisteredKey;
import nl.schakel.pseudonym.SeeKeys;
import nl.schakel.pseudonym.SeriesInForce;
import nl.schakel.pseudonym.StepTerms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class KeyTemplatesTest {
    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final SeriesInForce CHANGING =
            new SeriesInForce(new KeySeries(2, 2, 4, 4), Optional.of(new KeySeries(1, 1, 1, 3)));
    private static final StaffId SELF = new StaffId(UUID.randomUUID());
    private static final StaffId OTHER = new StaffId(UUID.randomUUID());

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_text_of_the_page_exists_and_nothing_is_styled_inline(Language language) {
        for (Holder holder : Holder.values()) {
            String html = render("sleutels", language, screen(holder, "voorgesteld"), List.of());
            assertThat(html).doesNotContain("[pseudonym.", " style=", "<script");
        }
    }

    @Test
    void another_custodian_is_offered_to_confirm_and_who_proposed_is_not() {
        KeyStep own = step(SELF, NOW, Optional.empty());
        KeyStep others = step(OTHER, NOW, Optional.empty());
        KeyStep late = step(OTHER, NOW.minus(Duration.ofHours(25)), Optional.empty());
        String html = render("sleutels", Language.NL, screen(Holder.B, "", own, others, late), List.of());
        assertThat(html)
                .contains("handelingen/" + others.id().value() + "/bevestiging")
                .contains("handelingen/" + own.id().value() + "/afwijzing")
                .doesNotContain("handelingen/" + own.id().value() + "/bevestiging")
                .doesNotContain("handelingen/" + late.id().value())
                .contains("verlopen", "00b1653960203965");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "oprf/2 token/2 link/2|Wordt: oprf/2, token/2, link/2",
                "link/2|Wordt: alleen een nieuwe keten, met link/2"
            })
    void what_a_change_opens_is_on_the_card(String keys, String told) {
        List<KeyId> becomes = Stream.of(keys.split(" ")).map(KeyId::new).toList();
        KeyStep step = agreeing(KeyAct.OPEN, new StepTerms(becomes, Optional.empty()));
        assertThat(render("sleutels", Language.NL, screen(Holder.B, "", step), List.of()))
                .contains(told);
    }

    @Test
    void what_closing_loses_is_on_the_card_and_what_is_shown_goes_along_with_a_proposal() {
        KeyStep step = agreeing(KeyAct.CLOSE, new StepTerms(List.of(), Optional.of(new LostPersons(7, 2))));
        assertThat(render("sleutels", Language.EN, screen(Holder.B, "", step), List.of()))
                .contains("at most 7 persons, 2 of whom objected", "12 persons, 3 of whom objected", "4 numbers from")
                .contains("name=\"personen\" value=\"12\"", "name=\"metbesluit\" value=\"3\"");
    }

    @Test
    void the_series_in_force_is_named_and_that_no_change_is_open() {
        SeriesInForce series = new SeriesInForce(new KeySeries(1, 1, 1, 3), Optional.empty());
        String html = render("sleutels", Language.NL, screen(view(series, Optional.empty(), false)), List.of());
        assertThat(html)
                .contains("Reeks sleutels in gebruik", "oprf en token, met link/1 tot en met link/3")
                .contains("er is geen wissel open")
                .doesNotContain("tellen=ja", "Vorige reeks", "name=\"personen\"");
        assertThat(render("sleutels", Language.EN, screen(view(series, Optional.empty(), false)), List.of()))
                .contains("Series of keys in use", "oprf and token, with link/1 to link/3", "no change is open");
    }

    @Test
    void an_open_change_says_since_when_by_which_step_and_from_which_series_and_is_counted_when_asked() {
        KeyStep opening = new KeyStep(
                new KeyStepId(UUID.randomUUID()),
                Holder.B,
                KeyAct.OPEN,
                new TreeMap<>(Map.of(new KeyId("link/4"), "")),
                false,
                OTHER,
                NOW.minus(Duration.ofDays(2)),
                StepTerms.NONE,
                Optional.of(new KeyStep.Settled(SELF, NOW.minus(Duration.ofDays(1)), true)));
        SeeKeys.View view =
                view(CHANGING, Optional.of(new OpenChange(NOW.minus(Duration.ofDays(1)), Optional.of(opening))), false);
        assertThat(render("sleutels", Language.NL, screen(view), List.of()))
                .contains("oprf/2 en token/2, met link/4", "oprf en token, met link/1 tot en met link/3")
                .contains(
                        "open sinds 21 november 2026",
                        "voorgesteld op 20 november 2026",
                        "bevestigd op 21 november 2026")
                .contains("href=\"/portaal/sleutels?tellen=ja\"", "Tel wat nog niet is teruggezien")
                .doesNotContain("personen, van wie", "name=\"personen\"");
        assertThat(render("sleutels", Language.NL, screen(view()), List.of()))
                .contains("12 personen, van wie 3", "Het register kent geen besluit")
                .doesNotContain("tellen=ja");
    }

    @Test
    void what_was_typed_is_shown_again_with_what_is_wrong_and_escaped() {
        KeyScreen screen = new KeyScreen(
                view(), Holder.B, List.of(), SELF, "", new KeyScreen.Typed("aanmaken", "<script>alert(1)</script>"));
        String html = render("sleutels", Language.NL, screen, List.of(new FieldFault("sleutels", "Noem sleutels")));
        assertThat(html).contains("Noem sleutels", "&lt;script").doesNotContain("<script>");
    }

    @ParameterizedTest
    @EnumSource(KeyAct.class)
    void every_step_has_a_checklist_with_lines_names_and_a_command(KeyAct act) {
        for (Language language : Language.values()) {
            Checklist list = Checklist.of(act, Holder.B, Texts.in(language));
            assertThat(list.before()).hasSizeGreaterThan(1);
            assertThat(list.steps()).isNotEmpty();
            assertThat(list.after()).hasSizeGreaterThan(1);
            assertThat(list.command()).startsWith("schakel keys ").contains("--houder b", "--token-bestand");
            String html = render("draaiboek", language, list, List.of());
            assertThat(html).doesNotContain("[pseudonym.", " style=").contains("schakel keys ");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SCHOOL, true, pseudonym.melding.school",
        "OPERATOR, true, pseudonym.melding.geschorst",
        "CUSTODIAN_B, true, pseudonym.melding.geschorst",
        "RESEARCHER, true, ''",
        "STEWARD, true, ''",
        "SCHOOL, false, ''",
        "CUSTODIAN_LOG, false, ''"
    })
    void whom_it_concerns_is_told_when_keys_are_not_available(String role, boolean suspended, String key) {
        HeldStores stores = new HeldStores() {
            @Override
            public Map<String, String> checkValues(Holder holder) {
                return Map.of();
            }

            @Override
            public boolean available(Holder holder) {
                return !(suspended && holder == Holder.B);
            }

            @Override
            public void renew(Holder holder) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void reopen(Holder holder) {
                throw new UnsupportedOperationException();
            }
        };
        Visitor visitor = new AVisitor(Optional.of("Iemand"), Set.of(role), Optional.empty(), Optional.empty());
        assertThat(new KeysNotice(stores).key(visitor).orElse("")).isEqualTo(key);
    }

    @Test
    void a_notice_stands_before_the_content_of_every_page() {
        String html = render("sleutels", Language.EN, screen(Holder.A, ""), List.of());
        assertThat(html.indexOf("Pseudonymization is suspended")).isPositive().isLessThan(html.indexOf("<h1"));
    }

    private static KeyScreen screen(SeeKeys.View view) {
        return new KeyScreen(view, Holder.B, List.of(), SELF, "", KeyScreen.Typed.NOTHING);
    }

    private static KeyScreen screen(Holder holder, String done, KeyStep... steps) {
        return new KeyScreen(view(), holder, List.of(steps), SELF, done, KeyScreen.Typed.NOTHING);
    }

    private static SeeKeys.View view() {
        return view(CHANGING, Optional.of(new OpenChange(NOW, Optional.empty())), true);
    }

    private static SeeKeys.View view(SeriesInForce series, Optional<OpenChange> change, boolean counted) {
        List<RegisteredKey> keys = new ArrayList<>();
        for (KeyState state : KeyState.values()) {
            keys.add(new RegisteredKey(new KeyId("link/" + (1 + keys.size())), "00b1653960203965", state, NOW));
        }
        return new SeeKeys.View(
                List.of(
                        new SeeKeys.HolderView(Holder.A, false, true),
                        new SeeKeys.HolderView(Holder.B, true, false),
                        new SeeKeys.HolderView(Holder.LOG, false, false)),
                keys,
                Optional.of(NOW),
                series,
                change,
                counted ? Optional.of(new KeyChanges.Unseen(12, 3, 4, 34, 56)) : Optional.empty(),
                NOW);
    }

    private static KeyStep step(StaffId proposer, Instant at, Optional<KeyStep.Settled> settled) {
        TreeMap<KeyId, String> keys = new TreeMap<>(Map.of(new KeyId("link/2"), "00b1653960203965"));
        return new KeyStep(
                new KeyStepId(UUID.randomUUID()),
                Holder.B,
                KeyAct.CREATE,
                keys,
                true,
                proposer,
                at,
                StepTerms.NONE,
                settled);
    }

    private static KeyStep agreeing(KeyAct act, StepTerms terms) {
        return new KeyStep(
                new KeyStepId(UUID.randomUUID()),
                Holder.B,
                act,
                new TreeMap<>(),
                false,
                OTHER,
                NOW,
                terms,
                Optional.empty());
    }

    private static String render(String template, Language language, Object model, List<FieldFault> faults) {
        StringOutput html = new StringOutput();
        PageContext page = new PageContext(
                Texts.in(language),
                AVisitor.of("CUSTODIAN_B"),
                "/portaal/sleutels",
                "Sleutels",
                List.of(),
                List.of(),
                List.of("pseudonym.melding.geschorst"),
                faults);
        ENGINE.render("pseudonym/" + template + ".jte", Map.of("page", page, "model", model), html);
        return html.toString();
    }
}
