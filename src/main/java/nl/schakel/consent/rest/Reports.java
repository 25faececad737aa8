package nl.schakel.consent.rest;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.schakel.consent.ConsentRefused;
import nl.schakel.consent.ReportedFields;
import nl.schakel.platform.problem.Fault;
import org.jspecify.annotations.Nullable;

/** Reads one report, or an array of them, and tells all faults of all of them together. */
final class Reports {
    private static final int MOST_FAULTS = 100;

    private Reports() {}

    /**
     * The reports, in their order.
     *
     * @param word what a report is called in a fault's place
     * @throws ConsentRefused where there is none, more than {@code most}, or a fault in one
     */
    static <T> List<T> read(JsonStructure body, String word, int most, Function<ReportedFields, Optional<T>> reader) {
        List<JsonValue> sent = body instanceof JsonArray array ? array : List.of((JsonValue) body);
        if (sent.size() > most) {
            throw new ConsentRefused.TooMany(most);
        }
        List<T> reports = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            JsonValue one = sent.get(i);
            ReportedFields fields =
                    new ReportedFields(name -> field(one, name), sent.size() == 1 ? "" : word + " " + (i + 1));
            reader.apply(fields).ifPresent(reports::add);
            faults.addAll(fields.faults());
        }
        if (sent.isEmpty()) {
            faults.add(new Fault(word, "LL-0006", "minstens één opgave", "Stuur een opgave mee."));
        }
        if (!faults.isEmpty()) {
            throw new ConsentRefused.Wrong(faults.subList(0, Math.min(faults.size(), MOST_FAULTS)));
        }
        return reports;
    }

    private static @Nullable String field(JsonValue report, String name) {
        JsonValue value = report instanceof JsonObject object ? object.get(name) : null;
        if (value instanceof JsonString text) {
            return text.getString();
        }
        return value instanceof JsonNumber number && number.isIntegral() ? number.toString() : null;
    }
}
