package nl.schakel.extract.rest;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import nl.schakel.extract.BuiltExtract;

/** An extract as the API shows it. */
final class ExtractJson {
    private ExtractJson() {}

    static JsonObject of(BuiltExtract extract) {
        return Json.createObjectBuilder()
                .add("id", extract.id().toString())
                .add("onderzoek", extract.study().toString())
                .add("onderzoekscode", extract.studyCode().toString())
                .add("gemaaktOp", extract.builtAt().toString())
                .add("leerlingen", extract.pupils())
                .add("kolommen", extract.columns())
                .add("metToestemming", extract.needsConsent())
                .add("risico", object(extract.riskReport()))
                .add("koppeling", object(extract.linkageReport()))
                .build();
    }

    private static JsonObject object(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
