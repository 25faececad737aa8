package nl.schakel.audit.format;

import jakarta.enterprise.context.Dependent;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.schakel.audit.ProcessingEncoding;
import nl.schakel.audit.ProcessingLine;

/**
 * Lines as an {@code ExportTraceServiceRequest} in the JSON encoding of the OpenTelemetry protocol (OTLP 1): identifiers in hexadecimal,
 * enumerations as numbers, 64-bit integers as decimal strings, names in lowerCamelCase.
 */
@Dependent
public class OtlpJson implements ProcessingEncoding {
    /** {@link Json} looks for its provider at every call, which takes longer than writing a span. */
    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    /** {@code SPAN_KIND_INTERNAL}. */
    private static final int INTERNAL = 1;

    private static final long NANOS_PER_MILLI = 1_000_000;

    @Override
    public byte[] message(List<ProcessingLine> lines) {
        JsonArrayBuilder spans = JSON.createArrayBuilder();
        lines.forEach(line -> spans.add(span(line)));
        JsonObjectBuilder scope = JSON.createObjectBuilder()
                .add("scope", JSON.createObjectBuilder().add("name", "nl.schakel.audit"))
                .add("spans", spans);
        JsonObjectBuilder resource = JSON.createObjectBuilder()
                .add(
                        "resource",
                        JSON.createObjectBuilder()
                                .add("attributes", JSON.createArrayBuilder().add(attribute("service.name", "schakel"))))
                .add("scopeSpans", JSON.createArrayBuilder().add(scope));
        return JSON.createObjectBuilder()
                .add("resourceSpans", JSON.createArrayBuilder().add(resource))
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static JsonObjectBuilder span(ProcessingLine line) {
        JsonObjectBuilder span =
                JSON.createObjectBuilder().add("traceId", line.trace()).add("spanId", line.span());
        line.parent().ifPresent(parent -> span.add("parentSpanId", parent));
        JsonArrayBuilder attributes =
                JSON.createArrayBuilder().add(attribute("dpl.core.processing_activity_id", line.activity()));
        line.subject().ifPresent(subject -> attributes.add(attribute("dpl.core.data_subject_id", subject)));
        line.subjectType().ifPresent(type -> attributes.add(attribute("dpl.core.data_subject_id_type", type)));
        return span.add("name", line.name())
                .add("kind", INTERNAL)
                .add("startTimeUnixNano", nanos(line.start()))
                .add("endTimeUnixNano", nanos(line.end()))
                .add("attributes", attributes)
                .add("status", JSON.createObjectBuilder().add("code", status(line.status())));
    }

    private static JsonObjectBuilder attribute(String key, String value) {
        return JSON.createObjectBuilder()
                .add("key", key)
                .add("value", JSON.createObjectBuilder().add("stringValue", value));
    }

    private static String nanos(Instant moment) {
        return Long.toString(moment.toEpochMilli() * NANOS_PER_MILLI);
    }

    /** {@code STATUS_CODE_UNSET}, {@code _OK} and {@code _ERROR}. */
    private static int status(String word) {
        return switch (word) {
            case "Ok" -> 1;
            case "Error" -> 2;
            default -> 0;
        };
    }
}
