package nl.schakel.audit.page;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.schakel.audit.ActivityField;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.audit.ProcessingRegister;
import nl.schakel.audit.RegisterText;
import nl.schakel.audit.Role;
import nl.schakel.audit.TheRegister;
import nl.schakel.platform.web.AVisitor;
import nl.schakel.platform.web.Language;
import nl.schakel.platform.web.PageContext;
import nl.schakel.platform.web.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActivityTemplateTest {
    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private static String render(Language language, String purpose) {
        Map<ActivityField, String> changed = TheRegister.activity(ProcessingActivity.LINK, "eerst");
        changed.put(ActivityField.PURPOSE, purpose);
        ProcessingRegister register = new ProcessingRegister(
                List.of(new RegisterText<>(1, NOW, TheRegister.head("kop"))),
                Map.of(
                        "koppelen",
                        List.of(
                                new RegisterText<>(2, NOW, changed),
                                new RegisterText<>(1, NOW, TheRegister.activity(ProcessingActivity.LINK, "eerst")))));
        PageContext page = new PageContext(
                Texts.in(language),
                AVisitor.of(Role.PRIVACY_OFFICER.name()),
                "/portaal/verwerkingsactiviteiten",
                "Register",
                List.of(),
                List.of(),
                List.of());
        StringOutput html = new StringOutput();
        ENGINE.render("audit/activiteiten.jte", Map.of("page", page, "model", ActivityView.of(register)), html);
        return html.toString();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_page_shows_the_version_in_force_and_word_by_word_what_it_changed(Language language) {
        String html = render(language, "koppelen doel later");
        assertThat(html)
                .contains("urn:schakel:verwerking:koppelen:2", "<del>eerst</del>", "<ins>later</ins>", "kop")
                .contains(language == Language.NL ? "Eén wijziging" : "One change")
                .contains(language == Language.NL ? "Versie 2, sinds" : "Version 2, since")
                .doesNotContain("[audit.");
        assertThat(html.split("<details>", -1)).as("one text has a history").hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void what_the_configuration_says_is_text_and_never_markup(Language language) {
        assertThat(render(language, "<script>alert(1)</script> & meer"))
                .doesNotContain("<script>alert")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; meer");
    }
}
