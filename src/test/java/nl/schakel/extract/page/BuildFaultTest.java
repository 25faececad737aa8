package nl.schakel.extract.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.schakel.extract.ExtractRefused;
import nl.schakel.extract.ExtractRefused.TooMuchSuppression.Cause;
import nl.schakel.platform.web.Language;
import nl.schakel.platform.web.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BuildFaultTest {
    private static final List<ExtractRefused> REFUSALS = List.of(
            new ExtractRefused.StudyEnded(),
            new ExtractRefused.TooFewPupils(10),
            new ExtractRefused.TooManyColumns(40, 30),
            new ExtractRefused.VariableGone(List.of("geslacht", "bestaat_niet")),
            new ExtractRefused.TooMuchSuppression(
                    0.25,
                    List.of(
                            new Cause("geslacht", 0.194, "herkenbaar"),
                            new Cause("rekenen_m", 0.5, "te-weinig-verschil"))));

    @ParameterizedTest
    @EnumSource
    void every_refusal_has_words_in_both_languages(Language language) {
        for (ExtractRefused refused : REFUSALS) {
            assertThat(lines(refused, language)).isNotEmpty().allSatisfy(line -> assertThat(line)
                    .doesNotContain("[extract.")
                    .doesNotContain("{")
                    .doesNotContain("null"));
        }
    }

    @Test
    void the_variables_that_cause_it_are_named_by_their_label_in_the_order_of_the_refusal() {
        List<String> lines = lines(REFUSALS.get(4), Language.NL);
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).startsWith("Geslacht:").contains("19,4%");
        assertThat(lines.get(2)).contains("50,0%");
        assertThat(lines(REFUSALS.get(3), Language.EN).get(2)).startsWith("bestaat_niet:");
    }

    private static List<String> lines(ExtractRefused refused, Language language) {
        Texts texts = Texts.in(language);
        return BuildFault.of(refused, language).stream()
                .map(fault -> texts.text(fault.key(), fault.arguments().toArray()))
                .toList();
    }
}
