package nl.schakel.delivery.page;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.schakel.delivery.NumberMode;
import nl.schakel.pseudonym.Canaries;
import nl.schakel.pseudonym.EvaluatedNumber;

/**
 * The form for a new delivery.
 *
 * @param key idempotency key of this form: sending it twice has one effect
 * @param fields what was filled in before, by field name
 * @param canaries for the script that evaluates numbers blind, of each version of the key in use, the newest first; empty
 *     while keys are not available
 */
public record UploadView(String key, Map<String, String> fields, List<Canaries> canaries) {
    /** An empty form with a new key, on which how the numbers come may be chosen already. */
    static UploadView empty(String mode, List<Canaries> canaries) {
        return after(Map.of("wijze", mode), canaries);
    }

    /** The form again, with what was filled in; the file must be chosen again, because it was not kept. */
    static UploadView after(Map<String, String> fields, List<Canaries> canaries) {
        return new UploadView(UUID.randomUUID().toString(), fields, canaries);
    }

    /** What was filled in, or nothing. */
    public String value(String field) {
        return fields.getOrDefault(field, "");
    }

    /** Of each version its number, public key and outcomes, separated by spaces; versions are separated by a semicolon. */
    public String outcomes() {
        return canaries.stream()
                .map(known -> known.version() + " " + known.publicKey() + " "
                        + known.outputs().stream().map(EvaluatedNumber::text).collect(Collectors.joining(" ")))
                .collect(Collectors.joining(";"));
    }

    /** Whether the service goes over to another key. */
    public boolean changesKey() {
        return canaries.size() > 1;
    }

    /** Whether numbers stay at school: chosen before, and never given up without being asked. */
    public boolean blind() {
        return value("wijze").equals(NumberMode.BLIND.dutch());
    }

    /** Whether the file is to be sent and not only checked. */
    public boolean sends() {
        return value("stap").equals("versturen");
    }
}
