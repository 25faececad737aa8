package nl.schakel.release.format;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.Locale;
import nl.schakel.catalogue.Code;
import nl.schakel.catalogue.MissingCode;
import nl.schakel.extract.ExtractColumn;
import nl.schakel.release.PackageContents;

/** {@code datapackage.json} after Frictionless Data Package and Table Schema, version 1. */
final class DataPackage {
    private final PackageContents contents;
    private final PackedFile data;

    DataPackage(PackageContents contents, PackedFile data) {
        this.contents = contents;
        this.data = data;
    }

    String json() {
        return JsonText.readable(Json.createObjectBuilder()
                .add("profile", "tabular-data-package")
                .add("name", contents.study().code().value().toLowerCase(Locale.ROOT))
                .add("id", contents.release().toString())
                .add("title", contents.study().title())
                .add("created", contents.packedAt().toString())
                .add("resources", Json.createArrayBuilder().add(resource()))
                .build());
    }

    private JsonObjectBuilder resource() {
        return Json.createObjectBuilder()
                .add("profile", "tabular-data-resource")
                .add("name", "gegevens")
                .add("path", data.name())
                .add("format", "csv")
                .add("mediatype", "text/csv")
                .add("encoding", "utf-8")
                .add("bytes", data.size())
                .add("hash", "sha256:" + data.digest())
                .add("dialect", Json.createObjectBuilder().add("delimiter", ",").add("lineTerminator", "\r\n"))
                .add("schema", schema());
    }

    private JsonObjectBuilder schema() {
        JsonArrayBuilder fields = Json.createArrayBuilder()
                .add(Json.createObjectBuilder()
                        .add("name", PackageNames.PSEUDONYM)
                        .add("type", "string")
                        .add("title", Codebook.PSEUDONYM_LABEL)
                        .add(
                                "constraints",
                                Json.createObjectBuilder()
                                        .add("required", true)
                                        .add("unique", true)
                                        .add("pattern", "[a-z2-7]{26}")));
        contents.content().columns().forEach(column -> fields.add(field(column)));
        JsonArrayBuilder missing = Json.createArrayBuilder();
        for (MissingCode code : MissingCode.values()) {
            missing.add(Integer.toString(code.code()));
        }
        return Json.createObjectBuilder()
                .add("fields", fields)
                .add("missingValues", missing)
                .add("primaryKey", PackageNames.PSEUDONYM);
    }

    private static JsonObjectBuilder field(ExtractColumn column) {
        JsonObjectBuilder field = Json.createObjectBuilder()
                .add("name", column.name())
                .add("type", column.decimals() == 0 ? "integer" : "number")
                .add("title", column.label().nl())
                .add("description", column.variable().meaning().nl());
        if (!column.codes().isEmpty()) {
            JsonArrayBuilder values = Json.createArrayBuilder();
            JsonArrayBuilder codes = Json.createArrayBuilder();
            for (Code code : column.codes()) {
                values.add(code.value());
                codes.add(Json.createObjectBuilder()
                        .add("value", code.value())
                        .add("label", code.label().nl()));
            }
            field.add("constraints", Json.createObjectBuilder().add("enum", values))
                    .add("categories", codes);
        }
        return field;
    }
}
