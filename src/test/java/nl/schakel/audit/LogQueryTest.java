package nl.schakel.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogQueryTest {
    @Test
    void empty_fields_ask_nothing() {
        assertThat(LogQuery.read(name -> "  ")).isEqualTo(LogQuery.ALL);
        assertThat(LogQuery.read(name -> null)).isEqualTo(LogQuery.ALL);
    }

    @Test
    void days_are_days_on_dutch_clocks_and_the_last_one_counts_whole() {
        LogQuery query = LogQuery.read(Map.of("van", "2026-09-01", "tot", "2026-12-31")::get);
        assertThat(query.from()).contains(Instant.parse("2026-08-31T22:00:00Z"));
        assertThat(query.until()).contains(Instant.parse("2026-12-31T23:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "van, 1-9-2026",
        "tot, 2026-02-30",
        "tot, +999999999-12-31",
        "handeling, Consent.Record",
        "handeling, a' or 1=1",
        "voorwerp, a b",
        "voorwerp, %",
        "soort, ACT",
        "soort, alles",
        "uitkomst, goed",
        "voor, 1",
        "voor, 7F6F0A53-3F32-4B4E-9F0E-6A3C0D1B2E11"
    })
    void a_field_of_another_form_is_named_in_the_refusal_without_its_value(String field, String value) {
        assertThatThrownBy(() -> LogQuery.read(Map.of(field, value)::get))
                .isInstanceOfSatisfying(AuditRefused.WrongFilter.class, refused -> assertThat(refused.facts())
                        .containsEntry("velden", List.of(field)));
    }
}
