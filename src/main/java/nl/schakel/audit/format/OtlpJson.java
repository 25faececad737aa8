package nl.schakel.audit.format;

import jakarta.enterprise.context.Dependent;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import nl.schakel.audit.ProcessingEncoding;
import nl.schakel.audit.ProcessingLine;

/**
 * Lines as an {@code ExportTraceServiceRequest} in the JSON encoding of the OpenTelemetry protocol (OTLP 1): identifiers in hexadecimal,
 * enumerations as numbers, 64-bit integers as decimal strings, names in lowerCamelCase.
 */
@Dependent
public class OtlpJson implements ProcessingEncoding {
    /** {@code SPAN_KIND_INTERNAL}. */
    private static final int INTERNAL = 1;

    private static final long NANOS_PER_MILLI = 1_000_000;

    @Override
    public byte[] message(List<ProcessingLine> lines) {
        JsonArrayBuilder spans = Json.createArrayBuilder();
        lines.forEach(line -> spans.add(span(line)));
        JsonObjectBuilder scope = Json.createObjectBuilder()
                .add("scope", Json.createObjectBuilder().add("name", "nl.schakel.audit"))
                .add("spans", spans);
        JsonObjectBuilder resource = Json.createObjectBuilder()
                .add(
                        "resource",
                        Json.createObjectBuilder()
                                .add("attributes", Json.createArrayBuilder().add(attribute("service.name", "schakel"))))
                .add("scopeSpans", Json.createArrayBuilder().add(scope));
        return Json.createObjectBuilder()
                .add("resourceSpans", Json.createArrayBuilder().add(resource))
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static JsonObjectBuilder span(ProcessingLine line) {
        JsonObjectBuilder span =
                Json.createObjectBuilder().add("traceId", line.trace()).add("spanId", line.span());
        line.parent().ifPresent(parent -> span.add("parentSpanId", parent));
        JsonArrayBuilder attributes =
                Json.createArrayBuilder().add(attribute("dpl.core.processing_activity_id", line.activity()));
        line.subject().ifPresent(subject -> attributes.add(attribute("dpl.core.data_subject_id", subject)));
        line.subjectType().ifPresent(type -> attributes.add(attribute("dpl.core.data_subject_id_type", type)));
        return span.add("name", line.name())
                .add("kind", INTERNAL)
                .add("startTimeUnixNano", nanos(line.start()))
                .add("endTimeUnixNano", nanos(line.end()))
                .add("attributes", attributes)
                .add("status", Json.createObjectBuilder().add("code", status(line.status())));
    }

    private static JsonObjectBuilder attribute(String key, String value) {
        return Json.createObjectBuilder()
                .add("key", key)
                .add("value", Json.createObjectBuilder().add("stringValue", value));
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
