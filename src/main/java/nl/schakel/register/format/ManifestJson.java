package nl.schakel.register.format;

import jakarta.enterprise.context.Dependent;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.schakel.platform.problem.Fault;
import nl.schakel.register.Digest;
import nl.schakel.register.FileType;
import nl.schakel.register.ManifestReader;
import nl.schakel.register.RegisterManifest;
import nl.schakel.register.RegisterRefused;
import nl.schakel.register.RegisterRule;
import org.jspecify.annotations.Nullable;

/**
 * The manifest: {@code {"referentiedatum": "2025-10-01", "bestanden": [{"naam", "type", "rijen", "sha256"}]}}, at most 64
 * KiB.
 */
@Dependent
public class ManifestJson implements ManifestReader {
    private static final int LARGEST = 1 << 16;

    @Override
    public RegisterManifest read(InputStream bytes) throws IOException {
        byte[] text = bytes.readNBytes(LARGEST + 1);
        if (text.length > LARGEST) {
            throw wrong();
        }
        List<Fault> faults = new ArrayList<>();
        JsonObject manifest = parse(text);
        Optional<LocalDate> date = date(manifest);
        if (date.isEmpty()) {
            faults.add(RegisterRule.MANIFEST_DATE.at("manifest, referentiedatum"));
        }
        List<RegisterManifest.Listed> files = files(manifest, faults);
        if (!faults.isEmpty() || date.isEmpty()) {
            throw new RegisterRefused.ManifestWrong(faults);
        }
        return new RegisterManifest(date.get(), files);
    }

    private static RegisterRefused wrong() {
        return new RegisterRefused.ManifestWrong(List.of(RegisterRule.MANIFEST_FORM.at("manifest")));
    }

    private static JsonObject parse(byte[] text) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(text))) {
            return reader.readObject();
        } catch (JsonException | IllegalStateException | ClassCastException e) {
            throw wrong();
        }
    }

    private static Optional<LocalDate> date(JsonObject manifest) {
        try {
            return string(manifest, "referentiedatum").map(LocalDate::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static List<RegisterManifest.Listed> files(JsonObject manifest, List<Fault> faults) {
        List<RegisterManifest.Listed> files = new ArrayList<>();
        if (manifest.get("bestanden") instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                String place = "manifest, bestand " + (i + 1);
                Optional<RegisterManifest.Listed> file =
                        array.get(i) instanceof JsonObject entry ? file(entry, place, faults) : Optional.empty();
                file.ifPresent(files::add);
            }
        }
        if (files.isEmpty() && faults.isEmpty()) {
            faults.add(RegisterRule.MANIFEST_FORM.at("manifest, bestanden"));
        }
        return files;
    }

    private static Optional<RegisterManifest.Listed> file(JsonObject entry, String place, List<Fault> faults) {
        Optional<FileType> type = string(entry, "type").flatMap(FileType::of);
        Optional<String> name = string(entry, "naam").filter(text -> text.matches("[A-Za-z0-9._-]{1,100}"));
        Optional<Digest> digest = string(entry, "sha256").flatMap(Digest::parse);
        long rows = rows(entry.get("rijen"));
        if (type.isEmpty()) {
            faults.add(RegisterRule.MANIFEST_TYPE.at(place));
        }
        if (name.isEmpty() || digest.isEmpty() || rows < 0) {
            faults.add(RegisterRule.MANIFEST_FILE.at(place));
        }
        return type.isPresent() && name.isPresent() && digest.isPresent() && rows >= 0
                ? Optional.of(new RegisterManifest.Listed(name.get(), type.get(), rows, digest.get()))
                : Optional.empty();
    }

    private static long rows(@Nullable JsonValue value) {
        return value instanceof JsonNumber number && number.isIntegral() ? number.longValue() : -1;
    }

    private static Optional<String> string(JsonObject object, String name) {
        return object.get(name) instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }
}
