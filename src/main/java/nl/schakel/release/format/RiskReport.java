package nl.schakel.release.format;

import jakarta.json.Json;
import nl.schakel.extract.BuiltExtract;

/** {@code risico.json}: the disclosure risk before and after, what was lost, and how many pupils were linked. */
final class RiskReport {
    private RiskReport() {}

    static String json(BuiltExtract extract) {
        return JsonText.readable(Json.createObjectBuilder()
                .add("risico", JsonText.object(extract.riskReport()))
                .add("koppeling", JsonText.object(extract.linkageReport()))
                .build());
    }
}
