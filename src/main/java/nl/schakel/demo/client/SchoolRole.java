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

    private static final String RECEIVED = "ontvangen";
    private static final String OBJECTIONS = "Bezwaren vastgelegd";
    private static final String DECISIONS = "Besluiten over toestemming vastgelegd";
    private static final int AT_ONCE = 500;

    private final Api api;
    private final PlayedSite site;
    private final PlayReport report;

    SchoolRole(Api api, PlayedSite site, PlayReport report) {
        this.api = api;
        this.site = site;
        this.report = report;
    }

    /** Gives these lines their place in the table; the rules that were broken come after them. */
    static void announce(PlayReport report) {
        report.add(OBJECTIONS, 0);
        report.add(DECISIONS, 0);
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
        if (receipt.getString("status", RECEIVED).equals(RECEIVED)) {
            api.post("leveringen/" + receipt.getString("id") + "/goedkeuring", JsonObject.EMPTY_JSON_OBJECT);
        }
    }

    private void objections(String moment) throws IOException, InterruptedException {
        List<Map<String, String>> rows = Fields.of(site.folder().resolve("bezwaren.csv")).stream()
                .filter(row -> moment.equals(row.get("wanneer")))
                .toList();
        record("bezwaren", rows, OBJECTIONS);
    }

    private void consents() throws IOException, InterruptedException {
        List<Map<String, String>> rows = Fields.of(site.folder().resolve("toestemmingen.csv"));
        record("toestemmingen", rows, DECISIONS);
    }

    /** Sends the rows as JSON arrays: the columns of the files have the names of the API's fields. */
    private void record(String path, List<Map<String, String>> rows, String label)
            throws IOException, InterruptedException {
        for (int from = 0; from < rows.size(); from += AT_ONCE) {
            JsonArrayBuilder reports = Json.createArrayBuilder();
            List<Map<String, String>> some = rows.subList(from, Math.min(rows.size(), from + AT_ONCE));
            for (Map<String, String> row : some) {
                JsonObjectBuilder report = Json.createObjectBuilder();
                row.forEach(report::add);
                reports.add(report);
            }
            api.post(path, reports.build());
            report.add(label, some.size());
        }
    }
}
