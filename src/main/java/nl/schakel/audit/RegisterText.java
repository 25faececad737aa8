package nl.schakel.audit;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One version of a text of the register of processing activities, field by field.
 *
 * @param <F> the fields
 * @param version from 1, one more for every change
 * @param validFrom since when it holds, until the next version
 * @param fields a text for every field, never blank
 */
public record RegisterText<F extends Enum<F>>(int version, Instant validFrom, Map<F, String> fields) {
    /** @throws IllegalArgumentException where a field has no text, or the version is not positive */
    public RegisterText {
        if (version < 1
                || fields.isEmpty()
                || fields.size()
                        != fields.keySet().iterator().next().getDeclaringClass().getEnumConstants().length
                || fields.values().stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("a text of the register has a version and all its fields");
        }
        fields = Collections.unmodifiableMap(new EnumMap<>(fields));
    }

    /** What one field said. */
    public String get(F field) {
        return fields.getOrDefault(field, "");
    }

    /** The fields that say something else than in an earlier version, in their order. */
    public List<F> changedSince(RegisterText<F> earlier) {
        F any = fields.keySet().iterator().next();
        return Arrays.stream(any.getDeclaringClass().getEnumConstants())
                .filter(field -> !get(field).equals(earlier.get(field)))
                .toList();
    }
}
