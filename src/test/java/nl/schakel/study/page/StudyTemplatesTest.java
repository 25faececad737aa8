package nl.schakel.study.page;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import nl.schakel.platform.problem.Fault;
import nl.schakel.platform.web.AVisitor;
import nl.schakel.platform.web.AnnexLink;
import nl.schakel.platform.web.AnnexPart;
import nl.schakel.platform.web.FieldFault;
import nl.schakel.platform.web.Language;
import nl.schakel.platform.web.PageContext;
import nl.schakel.platform.web.Texts;
import nl.schakel.study.ARequest;
import nl.schakel.study.Completeness;
import nl.schakel.study.Review;
import nl.schakel.study.ReviewRole;
import nl.schakel.study.Study;
import nl.schakel.study.StudyCode;
import nl.schakel.study.StudyFile;
import nl.schakel.study.StudyId;
import nl.schakel.study.StudyOverview;
import nl.schakel.study.StudyRequest;
import nl.schakel.study.StudyState;
import nl.schakel.study.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StudyTemplatesTest {
    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);
    private static final StaffId PERSON = new StaffId(new UUID(1, 2));

    @ParameterizedTest
    @EnumSource
    void every_state_has_its_words_in_both_languages(StudyState state) {
        for (Language language : Language.values()) {
            assertThat(render("een", language, model(state, ARequest.complete(), language)))
                    .doesNotContain("[study.")
                    .doesNotContain("null")
                    .contains("Rekenen na de sluiting")
                    .contains("Nog niets", "href=\"/portaal/a/b\"", "href=\"/portaal/c/d\"", "&lt;Een&gt;");
            assertThat(render("lijst", language, new StudyListModel(List.of(overview(state)), true)))
                    .doesNotContain("[study.");
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_empty_request_says_at_each_field_what_is_missing(Language language) {
        Texts texts = Texts.in(language);
        List<FieldFault> faults =
                Completeness.faults(StudyRequest.empty(), LocalDate.ofInstant(ARequest.NOW, ZoneOffset.UTC)).stream()
                        .map(fault -> new FieldFault(StudyForm.field(fault), texts.text("study.regel." + fault.rule())))
                        .toList();
        String html = render("formulier", language, form(StudyRequest.empty(), language), faults);
        assertThat(html).doesNotContain("[study.");
        assertThat(faults).isNotEmpty().allSatisfy(fault -> assertThat(html)
                .contains(
                        "href=\"#" + fault.field() + "\"",
                        " id=\"" + fault.field() + "\"",
                        " id=\"" + fault.field() + "-fout\""));
    }

    @Test
    void a_variable_without_a_reason_is_mended_in_its_own_field() {
        assertThat(StudyForm.field(new Fault("variabele leerjaar", "ST-05", "", "")))
                .isEqualTo("reden-leerjaar");
    }

    @ParameterizedTest
    @EnumSource
    void the_form_offers_every_variable_with_a_labelled_field(Language language) {
        FormModel model = form(ARequest.complete(), language);
        String html = render("formulier", language, model);
        assertThat(html).doesNotContain("[study.").contains("name=\"_csrf\"");
        for (FormModel.Group group : model.groups()) {
            for (FormModel.Line line : group.lines()) {
                assertThat(html).contains("name=\"" + line.field() + "\"", "<label for=\"" + line.field() + "\"");
            }
        }
        assertThat(html).contains("value=\"2019-2020\" checked").doesNotContain("value=\"2021-2022\" checked");
    }

    @Test
    void no_page_has_script_style_or_markup_of_an_applicant() {
        StudyRequest complete = ARequest.complete();
        StudyRequest hostile = new StudyRequest(
                "<script>alert(1)</script>",
                "\"><img src=x>",
                complete.institution(),
                Set.of(),
                complete.variables(),
                complete.population(),
                complete.period(),
                complete.endDate(),
                complete.recipient());
        String html = render("een", Language.NL, model(StudyState.SUBMITTED, hostile, Language.NL));
        assertThat(html)
                .doesNotContain("<script>alert")
                .doesNotContain("<img src=x>")
                .doesNotContain(" style=");
    }

    private static FormModel form(StudyRequest request, Language language) {
        return FormModel.of(
                "onderzoeken",
                StudyForm.stored(request),
                "onderzoeker-2",
                List.of("2019-2020", "2020-2021", "2021-2022"),
                language.name());
    }

    private static StudyModel model(StudyState state, StudyRequest request, Language language) {
        return new StudyModel(
                file(state, request),
                List.of("onderzoeker-2"),
                true,
                "ingediend",
                language.name(),
                List.of(
                        new AnnexPart(1, "Leeg", "Nog niets", List.of(), Optional.of(new AnnexLink("a/b", "Maken"))),
                        new AnnexPart(2, "Vol", "", List.of(new AnnexLink("c/d", "<Een>")), Optional.empty())));
    }

    private static StudyFile file(StudyState state, StudyRequest request) {
        Study study = new Study(new StudyId(new UUID(3, 4)), StudyCode.of(2026, 1), PERSON, state, 1, request);
        Review review = new Review(ReviewRole.STEWARD, PERSON, 1, Verdict.RETURN, "korter", ARequest.NOW);
        return new StudyFile(study, List.of(review), Set.of(ReviewRole.values()), true);
    }

    private static StudyOverview overview(StudyState state) {
        return new StudyOverview(
                new StudyId(new UUID(3, 4)),
                StudyCode.of(2026, 1),
                "Rekenen",
                "Universiteit",
                PERSON,
                state,
                2,
                ARequest.NOW);
    }

    private static String render(String template, Language language, Object model) {
        return render(template, language, model, List.of());
    }

    private static String render(String template, Language language, Object model, List<FieldFault> faults) {
        StringOutput html = new StringOutput();
        PageContext page = new PageContext(
                Texts.in(language),
                AVisitor.of(Role.RESEARCHER.name()),
                "/portaal/onderzoeken",
                "Titel",
                List.of(),
                List.of(),
                faults);
        ENGINE.render("study/" + template + ".jte", Map.of("page", page, "model", model), html);
        return html.toString();
    }
}
