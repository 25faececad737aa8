package nl.schakel.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProcessingLinesTest {
    private static final long SEED = 20261121;
    private static final Instant START = Instant.parse("2026-11-21T16:00:00.100Z");
    private static final Instant END = Instant.parse("2026-11-21T16:00:01.200Z");
    private static final Trace TRACE = InMemoryAuditTrail.ORIGIN.trace();

    private static ProcessingLines lines(String name) {
        Processing processing = Processing.ok(ProcessingActivity.RECEIVE_DELIVERY, name, START, END);
        return new ProcessingLines(processing, TRACE, END, new SecureRandom());
    }

    private static JsonObject json(String line) {
        return Json.createReader(new StringReader(line)).readObject();
    }

    @Test
    void every_line_is_what_the_canonicalizer_makes_of_it() throws IOException {
        Random random = new Random(SEED);
        ProcessingLines lines = lines("Levering \"ontvangen\" é€");
        assertThat(AuditTrailContract.canonical(lines.operation())).isTrue();
        for (int i = 0; i < 500; i++) {
            byte[] subject = new byte[32];
            random.nextBytes(subject);
            String line = new String(lines.next(subject), StandardCharsets.UTF_8);
            assertThat(AuditTrailContract.canonical(line))
                    .as("seed %d, line %d", SEED, i)
                    .isTrue();
            assertThat(json(line).getString("sub")).isEqualTo(HexFormat.of().formatHex(subject));
            assertThat(json(line).getString("id")).isEqualTo(lines.id().toString());
        }
    }

    @Test
    void a_line_has_the_fields_of_the_standard_and_no_user() {
        JsonObject line = json(new String(lines("Levering ontvangen").next(new byte[32]), StandardCharsets.UTF_8));
        assertThat(line.keySet())
                .containsExactly(
                        "end", "id", "kind", "name", "parent", "purpose", "span", "start", "status", "sub", "subtype",
                        "t", "trace", "v");
        assertThat(line.getString("kind")).isEqualTo("ldv");
        assertThat(line.getString("status")).isEqualTo("Ok");
        assertThat(line.getJsonNumber("start").longValueExact()).isEqualTo(START.toEpochMilli());
        assertThat(line.getJsonNumber("end").longValueExact()).isEqualTo(END.toEpochMilli());
        assertThat(line.getString("parent")).isEqualTo(TRACE.spanId());
        assertThat(line.getString("trace")).isEqualTo(TRACE.traceId());
        assertThat(line.getString("span")).matches("[0-9a-f]{16}").isNotEqualTo(TRACE.spanId());
        assertThat(line.getString("subtype")).isEqualTo("urn:schakel:betrokkene:2026-2027");
        assertThat(line.getString("purpose")).isEqualTo(ProcessingActivity.RECEIVE_DELIVERY.uri());
    }

    @Test
    void the_line_of_the_operation_is_in_the_span_of_the_act_and_about_nobody() {
        JsonObject line = json(lines("Levering ontvangen").operation());
        assertThat(line.getString("span")).isEqualTo(TRACE.spanId());
        assertThat(line.isNull("parent")).isTrue();
        assertThat(line.isNull("sub")).isTrue();
        assertThat(line.isNull("subtype")).isTrue();
    }

    @Test
    void identifiers_and_spans_are_never_repeated_and_identifiers_ascend() {
        ProcessingLines lines = lines("Levering ontvangen");
        Set<String> spans = new HashSet<>();
        String previous = lines.id().toString();
        for (int i = 0; i < 2_000; i++) {
            JsonObject line = json(new String(lines.next(new byte[32]), StandardCharsets.UTF_8));
            assertThat(lines.id().toString()).isGreaterThan(previous);
            assertThat(lines.id().version()).isEqualTo(7);
            assertThat(lines.id().variant()).isEqualTo(2);
            previous = lines.id().toString();
            spans.add(line.getString("span"));
        }
        assertThat(spans).hasSize(2_000);
    }

    @Test
    void a_processing_that_ends_before_it_starts_or_has_no_name_is_refused() {
        assertThatThrownBy(() -> Processing.ok(ProcessingActivity.LINK, "Koppelen", END, START))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Processing.ok(ProcessingActivity.LINK, " ", START, END))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_trace_of_another_form_is_refused() {
        assertThatThrownBy(() -> new Trace("0".repeat(32), TRACE.spanId()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Trace(TRACE.traceId(), "0".repeat(16)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Trace(TRACE.traceId().toUpperCase(java.util.Locale.ROOT), TRACE.spanId()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Trace("12", TRACE.spanId())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Origin(TRACE, "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Origin(TRACE, "two words")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_subject_is_32_bytes_and_cannot_be_printed() {
        assertThatThrownBy(() -> Subject.of(new byte[31])).isInstanceOf(IllegalArgumentException.class);
        assertThat(Subject.of(new byte[32])).hasToString("Subject[hidden]").isEqualTo(Subject.of(new byte[32]));
    }
}
