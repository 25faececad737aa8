package nl.schakel.delivery.page;

import java.util.Map;
import java.util.UUID;

/**
 * The form for a new delivery.
 *
 * @param key idempotency key of this form: sending it twice has one effect
 * @param fields what was filled in before, by field name
 */
public record UploadView(String key, Map<String, String> fields) {
    /** An empty form with a new key. */
    static UploadView empty() {
        return after(Map.of());
    }

    /** The form again, with what was filled in; the file must be chosen again, because it was not kept. */
    static UploadView after(Map<String, String> fields) {
        return new UploadView(UUID.randomUUID().toString(), fields);
    }

    /** What was filled in, or nothing. */
    public String value(String field) {
        return fields.getOrDefault(field, "");
    }

    /** Whether the file is to be sent and not only checked. */
    public boolean sends() {
        return value("stap").equals("versturen");
    }
}
