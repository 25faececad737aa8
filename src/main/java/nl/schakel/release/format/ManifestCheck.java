package nl.schakel.release.format;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import nl.schakel.release.PackageFacts;
import nl.schakel.release.PackageNotes;
import nl.schakel.release.PackageReader;
import nl.schakel.release.PackageRejected;
import nl.schakel.release.ReleaseId;
import nl.schakel.release.Sha256;

/** Compares unpacked files with the manifest, and the manifest with its signature. */
final class ManifestCheck {
    private static final int LONGEST_MANIFEST = 1 << 20;
    private final Path folder;
    private final Map<String, PackedFile> found;

    ManifestCheck(Path folder, Map<String, PackedFile> found) {
        this.folder = folder;
        this.found = found;
    }

    PackageFacts facts(PackageReader.SignedText check) throws IOException {
        PackedFile manifest = present(PackageNames.MANIFEST);
        String signed = check.of(text(present(PackageNames.SIGNATURE)));
        try {
            JsonObject json = JsonText.object(text(manifest));
            PackageFacts facts = read(json);
            if (!signed.equals(PackageNotes.manifest(facts.release(), manifest.digest()))) {
                throw new PackageRejected("de handtekening hoort bij een ander manifest");
            }
            compare(json);
            return facts;
        } catch (JsonException | ClassCastException | NullPointerException | IllegalArgumentException e) {
            throw new PackageRejected("het manifest is niet te lezen", e);
        }
    }

    private static PackageFacts read(JsonObject json) {
        if (json.getInt("versie") != Manifest.VERSION) {
            throw new PackageRejected("het manifest heeft een versie die dit programma niet kent");
        }
        return new PackageFacts(
                ReleaseId.parse(json.getString("vrijgave")).orElseThrow(IllegalArgumentException::new),
                json.getString("onderzoek"),
                json.getInt("leerlingen"),
                json.getInt("kolommen"),
                json.getJsonArray("bestanden").size(),
                json.getString("gemaaktOp"),
                json.getString("einddatum"));
    }

    private void compare(JsonObject json) {
        Map<String, PackedFile> left = new HashMap<>(found);
        left.remove(PackageNames.MANIFEST);
        left.remove(PackageNames.SIGNATURE);
        for (JsonValue value : json.getJsonArray("bestanden")) {
            JsonObject listed = value.asJsonObject();
            PackedFile expected = new PackedFile(
                    listed.getString("naam"),
                    listed.getJsonNumber("bytes").longValueExact(),
                    new Sha256(listed.getString("sha256")));
            if (!expected.equals(left.remove(expected.name()))) {
                throw new PackageRejected("het bestand " + safe(expected.name()) + " ontbreekt of is veranderd");
            }
        }
        if (!left.isEmpty()) {
            throw new PackageRejected("er is een bestand bij dat niet in het manifest staat");
        }
    }

    private static String safe(String name) {
        return name.replaceAll("[^A-Za-z0-9._-]", "?");
    }

    private PackedFile present(String name) {
        PackedFile file = found.get(name);
        if (file == null || file.size() > LONGEST_MANIFEST) {
            throw new PackageRejected("het bestand " + name + " ontbreekt");
        }
        return file;
    }

    private String text(PackedFile file) throws IOException {
        return new String(Files.readAllBytes(folder.resolve(file.name())), StandardCharsets.UTF_8);
    }
}
