package nl.schakel.release.page;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.schakel.audit.Role;
import nl.schakel.audit.SignedNote;
import nl.schakel.audit.StaffId;
import nl.schakel.extract.ExtractId;
import nl.schakel.platform.web.AVisitor;
import nl.schakel.platform.web.Language;
import nl.schakel.platform.web.PageContext;
import nl.schakel.platform.web.Texts;
import nl.schakel.release.Approval;
import nl.schakel.release.Release;
import nl.schakel.release.ReleaseId;
import nl.schakel.release.ReleaseState;
import nl.schakel.release.SealedPackage;
import nl.schakel.release.Sha256;
import nl.schakel.study.ARequest;
import nl.schakel.study.ReviewRole;
import nl.schakel.study.StudyCode;
import nl.schakel.study.StudyId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReleaseTemplatesTest {
    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);
    private static final StaffId PERSON = new StaffId(new UUID(1, 2));

    @ParameterizedTest
    @EnumSource
    void every_state_has_its_words_in_both_languages(ReleaseState state) {
        for (Language language : Language.values()) {
            for (boolean oversight : new boolean[] {true, false}) {
                ReleaseModel model =
                        new ReleaseModel(release(state), Set.of(ReviewRole.values()), oversight, "akkoord");
                assertThat(render("een", language, model))
                        .doesNotContain("[release.")
                        .doesNotContain("null");
            }
            assertThat(render("lijst", language, new ReleaseListModel(List.of(release(state)))))
                    .doesNotContain("[release.")
                    .contains("NPO-2026-001");
        }
    }

    @Test
    void only_the_team_is_offered_a_package_and_only_when_it_is_ready() {
        for (ReleaseState state : ReleaseState.values()) {
            boolean ready = state == ReleaseState.RELEASED || state == ReleaseState.DOWNLOADED;
            String team = render("een", Language.NL, new ReleaseModel(release(state), Set.of(), false, ""));
            assertThat(team.contains("/pakket\"")).as(state.name()).isEqualTo(ready);
            String watch = render("een", Language.NL, new ReleaseModel(release(state), Set.of(), true, ""));
            assertThat(watch).as(state.name()).doesNotContain("/pakket\"");
        }
    }

    @Test
    void an_empty_list_says_so() {
        assertThat(render("lijst", Language.NL, new ReleaseListModel(List.of())))
                .contains("nog geen vrijgave");
    }

    private static Release release(ReleaseState state) {
        SealedPackage sealedPackage = new SealedPackage(
                ARequest.RECIPIENT,
                123_456,
                Sha256.of(new byte[0]),
                new SignedNote("x\n"),
                new SignedNote("y\n"),
                1234,
                5);
        return new Release(
                new ReleaseId(new UUID(5, 6)),
                new ExtractId(new UUID(7, 8)),
                new StudyId(new UUID(3, 4)),
                StudyCode.of(2026, 1),
                PERSON,
                state,
                ARequest.NOW,
                LocalDate.of(2028, 1, 31),
                sealedPackage,
                List.of(new Approval(ReviewRole.STEWARD, PERSON, ARequest.NOW)));
    }

    private static String render(String template, Language language, Object model) {
        StringOutput html = new StringOutput();
        PageContext page = new PageContext(
                Texts.in(language),
                AVisitor.of(Role.STEWARD.name()),
                "/portaal/vrijgaven",
                "Titel",
                List.of(),
                List.of(),
                List.of());
        ENGINE.render("release/" + template + ".jte", Map.of("page", page, "model", model), html);
        return html.toString();
    }
}
