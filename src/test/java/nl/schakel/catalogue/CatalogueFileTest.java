package nl.schakel.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueFileTest {
    private static final String DATASET =
            """
            dataset leerlingen
              nl          Leerlingen
              en          Pupils
              betekenis   Wie er op school zat.
              meaning     Who was at school.
              bron        delivery.pupil_view
              soort       lvs
              schooljaren ja
            """;
    private static final String CODES =
            """
            codelijst leerjaar
              1 | een | one
              2 | twee | two
              3 | drie | three
              niveau
              2 | laag | low | 1 2
              3 | hoog | high | 3
            """;
    private static final String VARIABLE =
            """
            variabele leerjaar
              dataset    leerlingen
              nl         Leerjaar
              en         Grade
              betekenis  De groep.
              meaning    The grade.
              eenheid    groep
              unit       grade
              type       code
              codelijst  leerjaar
              per        schooljaar
              rol        quasi-identificerend
              grondslag  bezwaar
              sql        max(v.grade)
            """;
    private static final String WHOLE = DATASET + CODES + VARIABLE;

    @Test
    void reads_a_variable_with_its_dataset_and_levels() {
        Variable variable = CatalogueFile.parse("# uitleg\n\n" + WHOLE).require(new VariableName("leerjaar"));
        assertThat(variable.dataset().view()).isEqualTo("delivery.pupil_view");
        assertThat(variable.label().in("en")).isEqualTo("Grade");
        assertThat(variable.occurrence()).isEqualTo(Occurrence.YEARLY);
        assertThat(variable.role()).isEqualTo(DisclosureRole.QUASI);
        assertThat(variable.hierarchy().levels()).isEqualTo(2);
        assertThat(variable.hierarchy().at(1, 1)).isEqualTo(2);
        assertThat(variable.hierarchy().at(1, -9)).isEqualTo(-9);
        assertThat(variable.hierarchy().label(1, 3).nl()).isEqualTo("hoog");
    }

    @Test
    void reads_a_number_with_decimals_and_bands() {
        String number = VARIABLE.replace(
                "type       code\n  codelijst  leerjaar", "type       getal\n  decimalen  1\n  banden     5 20");
        Variable variable = CatalogueFile.parse(DATASET + number).require(new VariableName("leerjaar"));
        assertThat(variable.decimals()).isEqualTo(1);
        assertThat(variable.hierarchy().at(2, 47)).isEqualTo(40);
        assertThat(variable.hierarchy().label(2, 40).nl()).isEqualTo("40-59");
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                arguments("", "no variables"),
                arguments(DATASET + CODES, "no variables"),
                arguments("  nl Leerlingen\n" + WHOLE, "regel 1: outside any block"),
                arguments("tabel leerlingen\n" + WHOLE, "unknown block"),
                arguments(WHOLE + VARIABLE, "occurs twice"),
                arguments(WHOLE + DATASET, "occurs twice"),
                arguments(WHOLE + CODES, "occurs twice"),
                arguments(WHOLE.replace("variabele leerjaar", "variabele Leerjaar"), "not a variable name"),
                arguments(WHOLE.replace("variabele leerjaar", "variabele"), "not a variable name"),
                arguments(WHOLE.replace("variabele leerjaar", "variabele leerjaar'); drop"), "not a variable name"),
                arguments(WHOLE.replace("dataset leerlingen", "dataset Leerlingen"), "lower-case word"),
                arguments(WHOLE.replace("bron        delivery.pupil_view", "bron pupil_view"), "schema-qualified"),
                arguments(
                        WHOLE.replace("bron        delivery.pupil_view", "bron pseudonym.person"), "schema-qualified"),
                arguments(WHOLE.replace("soort       lvs", "soort       overig"), "soort is one of"),
                arguments(WHOLE.replace("schooljaren ja", "schooljaren nee"), "has no schooljaren"),
                arguments(WHOLE.replace("  en         Grade\n", ""), "en is missing"),
                arguments(WHOLE.replace("  nl         Leerjaar\n", "  nl\n"), "nl is missing"),
                arguments(WHOLE.replace("  unit       grade\n", ""), "unit is missing"),
                arguments(WHOLE.replace("rol        quasi-identificerend", "rol        herkenbaar"), "rol is one of"),
                arguments(WHOLE.replace("grondslag  bezwaar", "grondslag  geen"), "grondslag is one of"),
                arguments(WHOLE.replace("type       code", "type       tekst"), "type is one of"),
                arguments(WHOLE.replace("type       code", "type       getal"), "a code has a codelijst"),
                arguments(WHOLE.replace("  codelijst  leerjaar\n", ""), "a code has a codelijst"),
                arguments(WHOLE.replace("codelijst  leerjaar", "codelijst  niveau"), "no such codelijst"),
                arguments(WHOLE.replace("dataset    leerlingen", "dataset    scholen"), "no such dataset"),
                arguments(VARIABLE + DATASET + CODES, "no such dataset above"),
                arguments(WHOLE.replace("per        schooljaar", "per        klas"), "per is one of"),
                arguments(WHOLE.replace("  sql        max(v.grade)\n", ""), "sql is missing"),
                arguments(WHOLE.replace("max(v.grade)", "v.grade"), "begins with an aggregate"),
                arguments(WHOLE.replace("max(v.grade)", "max(v.grade); delete from x"), "one aggregate"),
                arguments(WHOLE.replace("max(v.grade)", "max((select 1))"), "one aggregate"),
                arguments(WHOLE.replace("max(v.grade)", "max(v.grade) -- alles"), "one aggregate"),
                arguments(WHOLE + "  decimaal   2\n", "unknown key decimaal"),
                arguments(WHOLE + "  decimalen  2\n", "decimalen is 0 to 3"),
                arguments(WHOLE + "  nl         Nog eens\n", "nl occurs twice"),
                arguments(WHOLE.replace("3 | hoog | high | 3", "3 | hoog | high | 2 3"), "stands in two groups"),
                arguments(WHOLE.replace("2 | laag | low | 1 2", "2 | laag | low | 1"), "places every group"),
                arguments(WHOLE.replace("3 | hoog | high | 3", "3 | hoog | high | 3 4"), "places every group"),
                arguments(WHOLE.replace("1 | een | one", "1 | een"), "a code has Dutch, English"),
                arguments(WHOLE.replace("1 | een | one", "een | een | one"), "whole number"),
                arguments(WHOLE.replace("1 | een | one", "-1 | een | one"), "whole number"),
                arguments(WHOLE.replace("1 | een | one", "2 | een | one"), "each once"),
                arguments(WHOLE.replace("1 | een | one", "1 |  | one"), "both languages"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void refuses_a_file_that_contradicts_itself(String text, String fault) {
        assertThatThrownBy(() -> CatalogueFile.parse(text))
                .isInstanceOf(WrongCatalogue.class)
                .hasMessageContaining(fault)
                .hasMessageContaining("regel ");
    }

    @Test
    void names_every_fault_with_its_line() {
        String text = WHOLE.replace("soort       lvs", "soort x").replace("1 | een | one", "1 | een");
        assertThatThrownBy(() -> CatalogueFile.parse(text))
                .isInstanceOfSatisfying(WrongCatalogue.class, wrong -> assertThat(wrong.faults())
                        .hasSize(3));
    }
}
