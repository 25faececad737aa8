package nl.schakel.release.format;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import nl.schakel.release.PackageContents;

/** {@code manifest.json}, RFC 8785: what the package holds, of which study and release, and the digest of every file. */
final class Manifest {
    static final int VERSION = 1;
    private final PackageContents contents;
    private final String signer;

    /** @param signer the verification key of the signature, as a C2SP line */
    Manifest(PackageContents contents, String signer) {
        this.contents = contents;
        this.signer = signer;
    }

    String json(List<PackedFile> files) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        for (PackedFile file : files) {
            list.add(Json.createObjectBuilder()
                    .add("naam", file.name())
                    .add("bytes", file.size())
                    .add("sha256", file.digest().hex()));
        }
        return JsonText.canonical(head().add("bestanden", list).build());
    }

    private JsonObjectBuilder head() {
        String study = contents.study().code().value();
        return Json.createObjectBuilder()
                .add("versie", VERSION)
                .add("vrijgave", contents.release().toString())
                .add("extract", contents.extract().id().toString())
                .add("onderzoek", study)
                .add("pseudoniemversie", contents.extract().pseudonymVersion())
                .add("gemaaktOp", contents.packedAt().toString())
                .add("einddatum", contents.study().endDate().toString())
                .add("leerlingen", contents.content().rows())
                .add("kolommen", contents.content().columns().size())
                .add("beleid", policy())
                .add("ontvanger", contents.study().recipient().value())
                .add("ondertekenaar", signer)
                .add("logboek", "study/" + study + "/release/" + contents.release());
    }

    private JsonObject policy() {
        JsonObject risk = JsonText.object(contents.extract().riskReport());
        return risk.containsKey("beleid")
                ? risk.getJsonObject("beleid")
                : Json.createObjectBuilder().build();
    }
}
