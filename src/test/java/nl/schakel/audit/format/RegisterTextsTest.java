package nl.schakel.audit.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Period;
import java.util.Map;
import java.util.Optional;
import nl.schakel.audit.ActivityField;
import nl.schakel.audit.HeadField;
import nl.schakel.audit.ProcessingActivity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterTextsTest {
    private static RegisterTexts with(Map<String, String> configuration) {
        return RegisterTexts.of(key -> Optional.ofNullable(configuration.get(key)));
    }

    private static String retention(RegisterTexts texts, ProcessingActivity activity) {
        return texts.activities().getOrDefault(activity, Map.of()).getOrDefault(ActivityField.RETENTION, "");
    }

    @Test
    void every_activity_has_every_field_and_no_period_is_left_open() {
        RegisterTexts texts = with(Map.of());
        assertThat(texts.activities()).containsOnlyKeys(ProcessingActivity.values());
        texts.activities().forEach((activity, fields) -> {
            assertThat(fields).as(activity.word()).containsOnlyKeys(ActivityField.values());
            fields.values().forEach(text -> assertThat(text).isNotBlank().doesNotContain("{", "}"));
        });
        assertThat(texts.head()).containsOnlyKeys(HeadField.values());
        assertThat(texts.head().get(HeadField.CONTROLLER)).isEqualTo("Nog niet ingevuld");
    }

    @Test
    void the_configuration_says_who_is_accountable_and_how_long_things_are_kept() {
        RegisterTexts texts = with(Map.of(
                "schakel.register.verwerkingsverantwoordelijke", " Stichting Voorbeeld, Utrecht ",
                "schakel.bewaren.logboek", "P5Y6M"));
        assertThat(texts.head().get(HeadField.CONTROLLER)).isEqualTo("Stichting Voorbeeld, Utrecht");
        assertThat(retention(texts, ProcessingActivity.OVERSEE)).isEqualTo("5 jaar en 6 maanden");
        assertThat(retention(texts, ProcessingActivity.RECEIVE_DELIVERY))
                .isEqualTo("Tot intrekking of bezwaar, hoogstens 12 jaar na het schooljaar");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "7", "7 jaar", "P", "P0D", "-P1Y", "P1Y-13M", "PT1H", "P7Y P1Y", "P99999999999Y"})
    void a_period_that_is_none_is_refused_by_the_name_of_its_key(String text) {
        assertThatThrownBy(() -> with(Map.of("schakel.bewaren.inhoud", text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("schakel.bewaren.inhoud");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "een\nregel te veel", "bel\u0007"})
    void a_text_that_is_not_one_line_is_refused_by_the_name_of_its_key(String text) {
        assertThatThrownBy(() -> with(Map.of("schakel.register.verwerker", text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("schakel.register.verwerker");
        assertThatThrownBy(() -> with(Map.of("schakel.register.verwerker", "x".repeat(1001))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            P1Y     | 1 jaar
            P7Y     | 7 jaar
            P1M     | 1 maand
            P6M     | 6 maanden
            P30D    | 30 dagen
            P1Y1D   | 1 jaar en 1 dag
            P2Y6M1D | 2 jaar, 6 maanden en 1 dag
            P18M    | 1 jaar en 6 maanden
            """)
    void periods_are_written_in_words(String period, String words) {
        assertThat(PeriodWords.of(Period.parse(period).normalized())).isEqualTo(words);
    }
}
