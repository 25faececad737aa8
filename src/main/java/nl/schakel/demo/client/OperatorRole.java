package nl.schakel.demo.client;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.schakel.demo.PlayReport;

/** The operator's work: load the registers by their manifest, run the linkage. */
final class OperatorRole {
    private static final String BOUNDARY = "----schakel-demo-4f7c1d";
    private static final String LINE = "\r\n";

    private final Api api;
    private final PlayReport report;

    OperatorRole(Api api, PlayReport report) {
        this.api = api;
        this.report = report;
    }

    void loadRegisters(Path folder) throws IOException, InterruptedException {
        JsonObject manifest = manifest(folder);
        List<BodyPublisher> parts = new ArrayList<>();
        part(parts, "manifest", folder.resolve("manifest.json"), "application/json");
        long rows = 0;
        for (JsonObject file : manifest.getJsonArray("bestanden").getValuesAs(JsonObject.class)) {
            part(parts, file.getString("naam"), folder.resolve(file.getString("naam")), "text/csv");
            rows += file.getJsonNumber("rijen").longValue();
        }
        parts.add(BodyPublishers.ofString("--" + BOUNDARY + "--" + LINE));
        BodyPublisher body = BodyPublishers.concat(parts.toArray(BodyPublisher[]::new));
        String key = "register-" + manifest.getString("referentiedatum");
        api.upload("registerleveringen", "multipart/form-data; boundary=" + BOUNDARY, key, body);
        report.add("Registerrijen geladen", rows);
    }

    private static JsonObject manifest(Path folder) throws IOException {
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(folder.resolve("manifest.json")))) {
            return reader.readObject();
        }
    }

    private static void part(List<BodyPublisher> parts, String name, Path file, String type) throws IOException {
        parts.add(BodyPublishers.ofString("--" + BOUNDARY + LINE
                + "Content-Disposition: form-data; name=\"" + name + "\"; filename=\"" + file.getFileName() + "\""
                + LINE
                + "Content-Type: " + type + LINE + LINE));
        parts.add(BodyPublishers.ofFile(file));
        parts.add(BodyPublishers.ofString(LINE));
    }

    void link() throws IOException, InterruptedException {
        JsonObject run = api.post("koppelingen", JsonObject.EMPTY_JSON_OBJECT);
        JsonObject counts = run.getJsonObject("totaal");
        double share = counts.getJsonNumber("gekoppeldAandeel").doubleValue();
        report.note("Personen gekoppeld", String.format(Locale.GERMANY, "%.1f %%", 100 * share));
        report.note("  niet gekoppeld", String.valueOf(counts.get("nietGekoppeld")));
        report.note("  dubbelzinnig", String.valueOf(counts.get("dubbelzinnig")));
        report.note("  tegenspraak (nummer van een ander)", String.valueOf(counts.get("tegenspraak")));
    }
}
