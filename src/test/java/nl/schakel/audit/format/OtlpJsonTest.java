package nl.schakel.audit.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.schakel.audit.ProcessingLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtlpJsonTest {
    private static ProcessingLine line(String status, Optional<String> parent, Optional<String> subject) {
        return new ProcessingLine(
                "5b8efff798038103d269b633813fc60c",
                "eee19b7ec3c1b174",
                parent,
                status,
                "Levering \"ontvangen\" é",
                Instant.parse("2018-12-13T14:51:00.123Z"),
                Instant.parse("2018-12-13T14:51:01Z"),
                "urn:schakel:verwerking:levering-ontvangen:1",
                subject,
                subject.map(any -> "urn:schakel:betrokkene:2018-2019"));
    }

    private static String json(ProcessingLine... lines) {
        return new String(new OtlpJson().message(List.of(lines)), StandardCharsets.UTF_8);
    }

    @Test
    void a_line_is_a_span_in_the_json_encoding_of_the_protocol() {
        assertThat(json(line("Ok", Optional.of("eee19b7ec3c1b173"), Optional.of("ab".repeat(32)))))
                .isEqualTo("{\"resourceSpans\":[{\"resource\":{\"attributes\":[{\"key\":\"service.name\",\"value\":"
                        + "{\"stringValue\":\"schakel\"}}]},\"scopeSpans\":[{\"scope\":{\"name\":\"nl.schakel.audit\"},"
                        + "\"spans\":[{\"traceId\":\"5b8efff798038103d269b633813fc60c\",\"spanId\":\"eee19b7ec3c1b174\","
                        + "\"parentSpanId\":\"eee19b7ec3c1b173\",\"name\":\"Levering \\\"ontvangen\\\" é\",\"kind\":1,"
                        + "\"startTimeUnixNano\":\"1544712660123000000\",\"endTimeUnixNano\":\"1544712661000000000\","
                        + "\"attributes\":[{\"key\":\"dpl.core.processing_activity_id\",\"value\":{\"stringValue\":"
                        + "\"urn:schakel:verwerking:levering-ontvangen:1\"}},{\"key\":\"dpl.core.data_subject_id\","
                        + "\"value\":{\"stringValue\":\"" + "ab".repeat(32) + "\"}},{\"key\":"
                        + "\"dpl.core.data_subject_id_type\",\"value\":{\"stringValue\":"
                        + "\"urn:schakel:betrokkene:2018-2019\"}}],\"status\":{\"code\":1}}]}]}]}");
    }

    @Test
    void what_is_not_there_is_left_out() {
        assertThat(json(line("Ok", Optional.empty(), Optional.empty())))
                .doesNotContain("parentSpanId", "data_subject", "null");
    }

    @ParameterizedTest
    @CsvSource({"Unset, 0", "Ok, 1", "Error, 2"})
    void a_status_is_the_number_of_the_protocol(String word, int code) {
        assertThat(json(line(word, Optional.empty(), Optional.empty()))).contains("\"status\":{\"code\":" + code + "}");
    }
}
