package nl.schakel.demo.client;

import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.schakel.demo.PlayReport;

/** Adds up what the receipts say. */
final class Receipts {
    /** Field of the receipt, and the line of the table. */
    private static final Map<String, String> COUNTS = new LinkedHashMap<>();

    static {
        COUNTS.put("regels", "Regels aangeleverd");
        COUNTS.put("opgenomen", "  opgenomen");
        COUNTS.put("alBekend", "  al bekend (dubbel)");
        COUNTS.put("bezwaar", "  achtergehouden: bezwaar");
        COUNTS.put("geenToestemming", "  achtergehouden: geen toestemming");
        COUNTS.put("geweigerd", "  geweigerd");
    }

    private Receipts() {}

    static void note(JsonObject receipt, PlayReport report) {
        JsonObject counts = receipt.getJsonObject("aantallen");
        COUNTS.forEach(
                (field, label) -> report.add(label, counts.getJsonNumber(field).longValue()));
        for (JsonObject rule : receipt.getJsonArray("geweigerdPerRegel").getValuesAs(JsonObject.class)) {
            String label = "    " + rule.getString("code") + " verwacht: " + rule.getString("verwacht");
            report.add(label, rule.getJsonNumber("aantal").longValue());
        }
    }
}
