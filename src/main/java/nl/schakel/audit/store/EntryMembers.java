package nl.schakel.audit.store;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The members of an entry as strings, longs and nulls. */
final class EntryMembers {
    private EntryMembers() {}

    static Map<String, @Nullable Object> of(String entry) {
        Map<String, @Nullable Object> members = new TreeMap<>();
        try (JsonReader reader = Json.createReader(new StringReader(entry))) {
            reader.readObject().forEach((name, value) -> members.put(name, plain(value)));
        }
        return members;
    }

    private static @Nullable Object plain(JsonValue value) {
        if (value instanceof JsonString string) {
            return string.getString();
        }
        return value instanceof JsonNumber number ? (Object) number.longValueExact() : null;
    }
}
