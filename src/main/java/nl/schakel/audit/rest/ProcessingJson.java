package nl.schakel.audit.rest;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import nl.schakel.audit.ProcessingLine;
import nl.schakel.audit.ProcessingPage;
import nl.schakel.audit.ProcessingQuery;

/** Lines of the processing log under the names of the standard; moments as RFC 3339 with milliseconds. */
final class ProcessingJson {
    /** {@link Json} looks for its provider at every call. */
    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private ProcessingJson() {}

    static JsonObject of(ProcessingPage page) {
        JsonArrayBuilder lines = JSON.createArrayBuilder();
        page.lines().forEach(line -> lines.add(line(line)));
        JsonObjectBuilder answer = JSON.createObjectBuilder().add("dataverwerkingen", lines);
        page.next().map(ProcessingQuery.Place::text).ifPresent(place -> answer.add("volgende", place));
        return answer.build();
    }

    private static JsonObjectBuilder line(ProcessingLine line) {
        JsonObjectBuilder attributes =
                JSON.createObjectBuilder().add("dpl.core.processing_activity_id", line.activity());
        line.subject().ifPresent(subject -> attributes.add("dpl.core.data_subject_id", subject));
        line.subjectType().ifPresent(type -> attributes.add("dpl.core.data_subject_id_type", type));
        JsonObjectBuilder json =
                JSON.createObjectBuilder().add("trace_id", line.trace()).add("span_id", line.span());
        line.parent().ifPresent(parent -> json.add("parent_span_id", parent));
        return json.add("status", line.status())
                .add("name", line.name())
                .add("start_time", moment(line.start()))
                .add("end_time", moment(line.end()))
                .add("attributes", attributes);
    }

    private static String moment(Instant moment) {
        return MOMENT.format(moment);
    }
}
