package nl.schakel.release.format;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;

/** JSON texts of a package. */
final class JsonText {
    private JsonText() {}

    /** For people: indented, with a newline at the end. */
    static String readable(JsonStructure structure) {
        StringWriter text = new StringWriter();
        try (JsonWriter writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createWriter(text)) {
            writer.write(structure);
        }
        return text.toString().strip() + "\n";
    }

    /** For digests and signatures: RFC 8785. */
    static String canonical(JsonObject object) {
        try {
            return new JsonCanonicalizer(object.toString()).getEncodedString();
        } catch (IOException e) {
            throw new IllegalStateException("our own JSON is not JSON", e);
        }
    }

    /** The object that a text holds. @throws jakarta.json.JsonException where it is not one JSON object */
    static JsonObject object(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
