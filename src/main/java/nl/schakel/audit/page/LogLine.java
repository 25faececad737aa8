package nl.schakel.audit.page;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.time.Instant;
import nl.schakel.audit.LoggedEntry;

/**
 * One line of the page.
 *
 * @param act the use case, or the name of the operation for a line of the processing log
 * @param who the first 12 digits of the actor's hash; empty where there is none
 * @param subject the first 12 digits of the pupil's hash; empty where there is none
 * @param details what is left of the details, as JSON, or the number of lines of an operation; empty where there are none
 */
public record LogLine(
        String id,
        Instant moment,
        String kind,
        String act,
        String object,
        String result,
        String who,
        String subject,
        String purpose,
        String trace,
        String details) {
    private static final int SHOWN = 12;

    static LogLine of(LoggedEntry entry) {
        try (JsonReader reader = Json.createReader(new StringReader(entry.text()))) {
            JsonObject json = reader.readObject();
            boolean processing = entry.kind().equals("ldv");
            return new LogLine(
                    entry.id().value().toString(),
                    entry.t(),
                    entry.kind(),
                    text(json, processing ? "name" : "act"),
                    text(json, "obj"),
                    processing ? processed(text(json, "status")) : text(json, "res"),
                    shortened(text(json, "actor")),
                    shortened(text(json, "sub")),
                    text(json, "purpose"),
                    text(json, "trace"),
                    processing
                            ? lines(json)
                            : entry.priv().map(LoggedEntry.PrivatePart::text).orElse(""));
        }
    }

    private static String processed(String status) {
        return status.equals("Error") ? "error" : status.equals("Ok") ? "ok" : "denied";
    }

    private static String lines(JsonObject json) {
        return "{\"lines\":" + json.getInt("lines") + "}";
    }

    private static String text(JsonObject json, String name) {
        return json.get(name) instanceof JsonString text ? text.getString() : "";
    }

    private static String shortened(String hash) {
        return hash.substring(0, Math.min(SHOWN, hash.length()));
    }
}
