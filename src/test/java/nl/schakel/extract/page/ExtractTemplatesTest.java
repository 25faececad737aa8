package nl.schakel.extract.page;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import nl.schakel.extract.BuiltExtract;
import nl.schakel.extract.ExtractId;
import nl.schakel.platform.web.AVisitor;
import nl.schakel.platform.web.AnnexLink;
import nl.schakel.platform.web.AnnexPart;
import nl.schakel.platform.web.FieldFault;
import nl.schakel.platform.web.Language;
import nl.schakel.platform.web.PageContext;
import nl.schakel.platform.web.Texts;
import nl.schakel.study.ARequest;
import nl.schakel.study.Study;
import nl.schakel.study.StudyCode;
import nl.schakel.study.StudyId;
import nl.schakel.study.StudyOverview;
import nl.schakel.study.StudyState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExtractTemplatesTest {
    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final StudyId STUDY = new StudyId(new UUID(1, 2));
    private static final StaffId PERSON = new StaffId(new UUID(3, 4));
    private static final String MEASURES =
            "{'uniek':2312,'aandeelOnderK':0.1,'hoogsteRisico':1.0,'gemiddeldRisico':0.2}";
    private static final String RISK = ("{'beleid':{'k':10},'weggelaten':3,'voor':" + MEASURES + ",'na':" + MEASURES
                    + ",'metKennisVanScores':" + MEASURES + ",'nut':{'verlies':0.02},'variabelen':[{'naam':'geslacht',"
                    + "'rol':'quasi-identificerend','niveau':1,'niveaus':2,'onderdrukt':0.025}]}")
            .replace('\'', '"');

    @ParameterizedTest
    @EnumSource
    void every_page_has_its_words(Language language) {
        for (boolean may : new boolean[] {true, false}) {
            words(render("bouwen", language, new StudyExtractsView(study(), List.of(), may)));
            words(render("bouwen", language, new StudyExtractsView(study(), List.of(extract()), may)));
        }
        words(render("lijst", language, new ExtractList(List.of(), List.of())));
        words(render("lijst", language, new ExtractList(List.of(extract()), List.of(overview()))));
        words(render("een", language, ExtractView.of(extract(), language)));
    }

    @Test
    void only_who_may_build_is_offered_the_button_and_a_fault_leads_to_it() {
        String offered = render("bouwen", Language.NL, new StudyExtractsView(study(), List.of(), true));
        assertThat(offered)
                .contains("action=\"/portaal/onderzoeken/" + STUDY + "/extracten\"", "name=\"_csrf\" value=\"geheim\"")
                .contains("href=\"#maken\"", "id=\"maken\"", "href=\"/portaal/onderzoeken/" + STUDY + "\"");
        assertThat(render("bouwen", Language.NL, new StudyExtractsView(study(), List.of(), false)))
                .doesNotContain("/extracten\" class");
    }

    @Test
    void the_list_leads_to_building_and_an_extract_leads_to_its_study_and_releases() {
        assertThat(render("lijst", Language.NL, new ExtractList(List.of(), List.of(overview()))))
                .contains("href=\"/portaal/onderzoeken/" + STUDY + "/extracten\"");
        AnnexPart releases =
                new AnnexPart(1, "Vrijgaven", "", List.of(new AnnexLink("vrijgaven/9", "Eerste")), Optional.empty());
        assertThat(render(
                        "een",
                        Language.NL,
                        ExtractView.of(extract(), Language.NL).with(List.of(releases), true)))
                .contains("href=\"/portaal/onderzoeken/" + STUDY + "\"", "href=\"/portaal/vrijgaven/9\"")
                .contains("2.312", "Het extract is gemaakt");
    }

    private static void words(String html) {
        assertThat(html)
                .doesNotContain("[extract.")
                .doesNotContain("[catalogue.")
                .doesNotContain("null");
    }

    private static Study study() {
        return new Study(STUDY, StudyCode.of(2026, 1), PERSON, StudyState.APPROVED, 1, ARequest.complete());
    }

    private static StudyOverview overview() {
        return new StudyOverview(
                STUDY, StudyCode.of(2026, 1), "Rekenen", "Universiteit", PERSON, StudyState.APPROVED, 2, NOON);
    }

    private static BuiltExtract extract() {
        return new BuiltExtract(
                new ExtractId(new UUID(5, 6)),
                STUDY,
                StudyCode.of(2026, 1),
                1,
                NOON,
                PERSON,
                2_409,
                8,
                false,
                RISK,
                "{\"geleverd\":2470,\"gekoppeld\":2410,\"nietGekoppeld\":40,\"tegenspraak\":20}");
    }

    private static String render(String template, Language language, Object model) {
        StringOutput html = new StringOutput();
        PageContext page = new PageContext(
                Texts.in(language),
                AVisitor.of(Role.STEWARD.name()),
                "/portaal/extracten",
                "Titel",
                List.of(),
                List.of(),
                List.of(new FieldFault("maken", "Kan niet.")));
        ENGINE.render("extract/" + template + ".jte", Map.of("page", page, "model", model), html);
        return html.toString();
    }
}
