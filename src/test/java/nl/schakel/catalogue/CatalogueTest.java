package nl.schakel.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {
    private final Catalogue catalogue = Catalogue.standard();

    @Test
    void declares_some_forty_variables_of_nine_datasets() {
        assertThat(catalogue.variables()).hasSizeBetween(38, 60);
        assertThat(catalogue.datasets()).hasSize(9);
    }

    @Test
    void only_social_emotional_variables_need_consent_and_all_of_them_do() {
        assertThat(catalogue.variables())
                .allMatch(variable -> (variable.basis() == LegalBasis.CONSENT)
                        == variable.dataset().name().equals("sociaal"));
    }

    @Test
    void only_register_variables_can_be_not_linked() {
        assertThat(catalogue.variables())
                .allMatch(variable -> variable.missingCodes().contains(MissingCode.NOT_LINKED)
                        == variable.dataset().view().startsWith("register."));
    }

    @Test
    void every_level_of_every_code_list_has_fewer_groups_than_the_one_below() {
        for (Variable variable : catalogue.variables()) {
            if (variable.hierarchy() instanceof Groups groups) {
                for (int level = 1; level < groups.levels(); level++) {
                    assertThat(groups.codes(level).size())
                            .as(variable.name().value())
                            .isBetween(2, groups.codes(level - 1).size() - 1);
                }
            }
        }
    }

    @Test
    void finds_variables_by_words_of_either_language_in_any_case() {
        assertThat(catalogue.search("REKENEN middentoets"))
                .extracting(v -> v.name().value())
                .contains("rekenen_m");
        assertThat(catalogue.search("maths mid-year"))
                .extracting(v -> v.name().value())
                .contains("rekenen_m");
        assertThat(catalogue.search(" ")).hasSameSizeAs(catalogue.variables());
        assertThat(catalogue.search("walvis")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "Leerjaar", "1e_jaar", "leer jaar", "leerjaar;", "éen", "_x"})
    void refuses_a_name_of_another_form(String text) {
        assertThat(VariableName.parse(text)).isEmpty();
        assertThatThrownBy(() -> new VariableName(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_band_is_named_by_its_ends_and_loses_its_share_of_the_span() {
        Bands bands = new Bands(List.of(2, 4));
        assertThat(bands.at(2, 2011)).isEqualTo(2008);
        assertThat(bands.label(2, 2008).nl()).isEqualTo("2008-2011");
        assertThat(bands.penalty(1, 2010, 11)).isEqualTo(0.1);
        assertThat(bands.penalty(2, 2008, 2)).isEqualTo(1);
        assertThat(bands.penalty(2, -9, 11)).isZero();
        assertThatThrownBy(() -> new Bands(List.of(2, 3))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Bands(List.of(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bands.at(3, 2011)).isInstanceOf(IllegalArgumentException.class);
    }
}
