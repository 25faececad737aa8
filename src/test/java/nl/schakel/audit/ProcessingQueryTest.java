package nl.schakel.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProcessingQueryTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String ACTIVITY = "urn:schakel:verwerking:koppelen:1";
    private static final String HASH = "ab".repeat(32);

    private static ProcessingQuery read(String... fields) {
        Map<String, String> sent = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            sent.put(fields[i], fields[i + 1]);
        }
        return ProcessingQuery.read(sent::get);
    }

    @Test
    void each_of_the_three_is_enough_and_the_rest_narrows_it() {
        assertThat(read("trace_id", TRACE).trace()).contains(TRACE);
        assertThat(read("dpl.core.processing_activity_id", " " + ACTIVITY).activity())
                .contains(ACTIVITY);
        ProcessingQuery query = read(
                "dpl.core.data_subject_id", HASH,
                "start_time", "2026-11-22T12:00:00+01:00",
                "end_time", "2026-11-22T12:00:00.5Z",
                "na", "018f0000-0000-7000-8000-000000000001.-1");
        assertThat(query.subject()).contains(HASH);
        assertThat(query.from()).contains(Instant.parse("2026-11-22T11:00:00Z"));
        assertThat(query.until()).contains(Instant.parse("2026-11-22T12:00:00.500Z"));
        assertThat(query.after().orElseThrow().n()).isEqualTo(-1);
        assertThat(query.after().orElseThrow().text()).isEqualTo("018f0000-0000-7000-8000-000000000001.-1");
    }

    @ParameterizedTest
    @MethodSource("tooWide")
    void nothing_is_read_without_any_of_the_three(List<String> fields) {
        assertThatThrownBy(() -> read(fields.toArray(String[]::new))).isInstanceOf(AuditRefused.FilterMissing.class);
    }

    static List<List<String>> tooWide() {
        return List.of(
                List.of(),
                List.of("trace_id", ""),
                List.of("trace_id", "  ", "dpl.core.processing_activity_id", "", "dpl.core.data_subject_id", ""),
                List.of("start_time", "2026-11-22T12:00:00Z", "end_time", "2026-11-22T13:00:00Z"),
                List.of("na", "018f0000-0000-7000-8000-000000000001.0"),
                List.of("traceId", TRACE),
                List.of("TRACE_ID", TRACE),
                List.of("processing_activity_id", ACTIVITY));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            trace_id | 0AF7651916CD43DD8448EB211C80319C
            trace_id | 00000000000000000000000000000000
            trace_id | 0af7651916cd43dd8448eb211c80319
            trace_id | 0af7651916cd43dd8448eb211c80319c0
            trace_id | %
            trace_id | 123456782
            dpl.core.processing_activity_id | koppelen
            dpl.core.processing_activity_id | urn:schakel:verwerking:koppelen
            dpl.core.processing_activity_id | urn:schakel:verwerking:koppelen:0
            dpl.core.processing_activity_id | urn:schakel:verwerking:koppelen:1' or '1'='1
            dpl.core.processing_activity_id | urn:schakel:verwerking:%:1
            dpl.core.processing_activity_id | https://example.org/koppelen/1
            dpl.core.data_subject_id | 123456782
            dpl.core.data_subject_id | abababab
            dpl.core.data_subject_id | ABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABAB
            start_time | gisteren
            start_time | 2026-11-22
            start_time | 2026-11-22T12:00:00
            start_time | 2026-13-22T12:00:00Z
            start_time | 1764068470669
            end_time | 2026-11-22T25:00:00Z
            end_time | +999999999-01-01T00:00:00Z
            na | 1
            na | 018f0000-0000-7000-8000-000000000001
            na | 018f0000-0000-7000-8000-000000000001.-2
            na | 018f0000-0000-7000-8000-000000000001.1e3
            na | 018f0000-0000-7000-8000-000000000001.9999999999
            """)
    void a_field_of_another_form_is_named_and_never_repeated(String field, String text) {
        assertThatThrownBy(() -> read("trace_id", field.equals("trace_id") ? text : TRACE, field, text))
                .isInstanceOfSatisfying(AuditRefused.WrongFilter.class, refused -> {
                    assertThat(refused.facts()).containsEntry("velden", List.of(field));
                    assertThat(refused.toString()).doesNotContain(text);
                });
    }
}
