package nl.schakel.demo.client;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nl.schakel.demo.Fields;
import nl.schakel.demo.PlayReport;
import nl.schakel.demo.client.WorldIndex.PlayedSite;

/** A school administrator's work for one site: deliver, record what parents say, approve. */
final class SchoolRole {
    private static final String XML = "application/xml";
    private static final String CSV = "text/csv";

    private static final List<String> TEXTS =
            List.of("besluit", "gever", "doel", "instrument", "tekstversie", "bewijs", "gegeven");

    private final Api api;
    private final PlayedSite site;
    private final PlayReport report;

    SchoolRole(Api api, PlayedSite site, PlayReport report) {
        this.api = api;
        this.site = site;
        this.report = report;
    }

    void play(List<String> schoolYears) throws IOException, InterruptedException {
        for (String year : schoolYears) {
            deliver(year, "leerlingen.xml", XML);
        }
        objections("voor");
        consents();
        for (String year : schoolYears) {
            deliver(year, "resultaten.xml", XML);
            deliver(year, "sociaal-emotioneel.csv", CSV);
        }
        objections("na");
    }

    private void deliver(String year, String name, String type) throws IOException, InterruptedException {
        Path file = site.folder().resolve(year).resolve(name);
        if (!Files.exists(file)) {
            return;
        }
        String query = type.equals(CSV)
                ? "?schooljaar=" + year + "&vestiging=" + site.id().substring(4)
                : "";
        String key = site.id() + "-" + year + "-" + name;
        JsonObject receipt = api.upload("leveringen" + query, type, key, BodyPublishers.ofFile(file));
        Receipts.note(receipt, report);
        String id = receipt.getString("id");
        api.post("leveringen/" + id + "/goedkeuring", JsonObject.EMPTY_JSON_OBJECT);
    }

    private void objections(String moment) throws IOException, InterruptedException {
        for (Map<String, String> row : Fields.of(site.folder().resolve("bezwaren.csv"))) {
            if (moment.equals(row.get("wanneer"))) {
                api.post("bezwaren", pupil(row).add("vanaf", row.get("vanaf")).build());
                report.add("Bezwaren vastgelegd", 1);
            }
        }
    }

    private void consents() throws IOException, InterruptedException {
        JsonArrayBuilder decisions = Json.createArrayBuilder();
        List<Map<String, String>> rows = Fields.of(site.folder().resolve("toestemmingen.csv"));
        for (Map<String, String> row : rows) {
            JsonObjectBuilder decision = pupil(row);
            for (String field : TEXTS) {
                decision.add(field, row.get(field));
            }
            decision.add("geboortejaar", Integer.parseInt(row.getOrDefault("geboortejaar", "0")));
            decisions.add(decision);
        }
        api.post("toestemmingen", decisions.build());
        report.add("Besluiten over toestemming vastgelegd", rows.size());
    }

    private JsonObjectBuilder pupil(Map<String, String> row) {
        return Json.createObjectBuilder()
                .add("vestiging", site.id().substring(4))
                .add("leerlingid", row.get("leerlingid"));
    }
}
