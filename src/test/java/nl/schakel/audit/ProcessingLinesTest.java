package nl.schakel.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProcessingLinesTest {
    private static final long SEED = 20261121;
    private static final Instant START = Instant.parse("2026-11-21T16:00:00.100Z");
    private static final Instant END = Instant.parse("2026-11-21T16:00:01.200Z");
    private static final Trace TRACE = InMemoryAuditTrail.ORIGIN.trace();

    private static ProcessingLines lines() {
        Stamp stamp =
                InMemoryAuditTrail.stamps(Clock.fixed(START, ZoneOffset.UTC)).now(ProcessingActivity.RECEIVE_DELIVERY);
        return new ProcessingLines(stamp, new SecureRandom());
    }

    private static LoggedEntry operation(ProcessingLines lines, String name) {
        return lines.operation(Processing.ok(ProcessingActivity.RECEIVE_DELIVERY, name, START, END), END);
    }

    private static JsonObject json(String line) {
        return Json.createReader(new StringReader(line)).readObject();
    }

    private static LoggedEntry line(LoggedEntry operation, int n, byte[] subject) {
        Map<String, @Nullable Object> members = new HashMap<>();
        json(operation.text()).forEach((name, value) -> members.put(name, plain(value)));
        return ProcessingLines.line(operation, members, n, subject);
    }

    private static @Nullable Object plain(JsonValue value) {
        if (value instanceof JsonString text) {
            return text.getString();
        }
        return value instanceof JsonNumber number ? (Object) number.longValueExact() : null;
    }

    private static byte[] subject(Random random) {
        byte[] subject = new byte[32];
        random.nextBytes(subject);
        return subject;
    }

    @Test
    void every_line_is_what_the_canonicalizer_makes_of_it() throws IOException {
        Random random = new Random(SEED);
        ProcessingLines lines = lines();
        List<byte[]> subjects =
                Stream.generate(() -> subject(random)).limit(500).toList();
        subjects.forEach(lines::add);
        LoggedEntry operation = operation(lines, "Levering \"ontvangen\" é€");
        assertThat(AuditTrailContract.canonical(operation.text())).isTrue();
        for (int i = 0; i < subjects.size(); i++) {
            String line = line(operation, i, subjects.get(i)).text();
            assertThat(AuditTrailContract.canonical(line))
                    .as("seed %d, line %d", SEED, i)
                    .isTrue();
            assertThat(json(line).getString("sub")).isEqualTo(HexFormat.of().formatHex(subjects.get(i)));
        }
    }

    @Test
    void a_line_has_the_fields_of_the_standard_and_no_user() {
        ProcessingLines lines = lines();
        LoggedEntry logged = line(operation(lines, "Levering ontvangen"), lines.add(new byte[32]), new byte[32]);
        JsonObject line = json(logged.text());
        assertThat(logged.id()).isEqualTo(lines.id());
        assertThat(line.keySet())
                .containsExactly(
                        "end", "kind", "name", "parent", "purpose", "span", "start", "status", "sub", "subtype", "t",
                        "trace", "v");
        assertThat(line.getString("kind")).isEqualTo("ldv");
        assertThat(line.getString("status")).isEqualTo("Ok");
        assertThat(line.getJsonNumber("start").longValueExact()).isEqualTo(START.toEpochMilli());
        assertThat(line.getJsonNumber("end").longValueExact()).isEqualTo(END.toEpochMilli());
        assertThat(line.getString("parent")).isEqualTo(TRACE.spanId());
        assertThat(line.getString("trace")).isEqualTo(TRACE.traceId());
        assertThat(line.getString("span")).matches("[0-9a-f]{16}").isNotEqualTo(TRACE.spanId());
        assertThat(line.getString("subtype")).isEqualTo("urn:schakel:betrokkene:2026-2027");
        assertThat(line.getString("purpose")).isEqualTo(ProcessingActivity.RECEIVE_DELIVERY.uri(1));
    }

    @Test
    void the_entry_of_the_operation_is_in_the_span_of_the_act_and_about_nobody() {
        LoggedEntry operation = operation(lines(), "Levering ontvangen");
        JsonObject entry = json(operation.text());
        assertThat(entry.getString("span")).isEqualTo(TRACE.spanId());
        assertThat(entry.getString("id")).isEqualTo(operation.id().value().toString());
        assertThat(entry.isNull("parent")).isTrue();
        assertThat(entry.isNull("sub")).isTrue();
        assertThat(entry.isNull("subtype")).isTrue();
        assertThat(entry.getInt("lines")).isZero();
        assertThat(entry.getString("root"))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void the_entry_of_the_operation_counts_the_lines_and_commits_to_their_subjects_in_order() {
        Random random = new Random(SEED);
        ProcessingLines lines = lines();
        TreeHash tree = new TreeHash();
        for (int n = 0; n < 777; n++) {
            byte[] subject = subject(random);
            tree.add(subject);
            assertThat(lines.add(subject)).isEqualTo(n);
        }
        JsonObject entry = json(operation(lines, "Koppelen").text());
        assertThat(entry.getInt("lines")).isEqualTo(777);
        assertThat(entry.getString("root")).isEqualTo(HexFormat.of().formatHex(tree.root()));
    }

    @Test
    void spans_are_never_repeated_nor_zero() {
        LoggedEntry operation = operation(lines(), "Levering ontvangen");
        Set<String> spans = new HashSet<>();
        for (int n = 0; n < 2_000; n++) {
            spans.add(json(line(operation, n, new byte[32]).text()).getString("span"));
        }
        assertThat(spans).hasSize(2_000);
        JsonObject entry = json(operation.text());
        String zeros = operation.text().replace(entry.getString("spans"), "0".repeat(16));
        LoggedEntry other = new LoggedEntry(operation.id(), END, "ldv", zeros, Optional.empty());
        assertThat(json(line(other, 0, new byte[32]).text()).getString("span")).isEqualTo("0000000000000001");
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
