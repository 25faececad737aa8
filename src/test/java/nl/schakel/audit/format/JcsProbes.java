package nl.schakel.audit.format;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import nl.schakel.samples.Samples;

/** The vectors of RFC 8785 as the value of an entry's only member: as published, and as they must be written. */
final class JcsProbes {
    private JcsProbes() {}

    /** Each vector twice: its canonical form is no fault of spelling, what was given is. */
    static List<Probe> all() throws IOException {
        List<Probe> probes = new ArrayList<>();
        try (JsonReader reader =
                Json.createReader(Files.newBufferedReader(Samples.require("crypto/rfc8785-jcs.json")))) {
            JsonArray vectors = reader.readObject().getJsonArray("vectors");
            for (JsonObject vector : vectors.getValuesAs(JsonObject.class)) {
                String name = vector.getString("name");
                probes.add(entry(name + ", canonical", decoded(vector, "output_b64"), "LB-13"));
                probes.add(
                        entry(name + ", as given", decoded(vector, "input_b64").replace('\n', ' '), "LB-11"));
            }
        }
        return probes;
    }

    private static String decoded(JsonObject vector, String member) {
        return new String(Base64.getDecoder().decode(vector.getString(member)), StandardCharsets.UTF_8);
    }

    private static Probe entry(String name, String value, String code) {
        String text =
                new ABundle().add(AnEntry.act(0, "sys", "log.read", "log")).text();
        return Probe.of(
                name, new Lines(text).change(5, line -> "{\"a\":" + value + "}").text(), code);
    }
}
