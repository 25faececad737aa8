package nl.schakel.catalogue.rest;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import nl.schakel.catalogue.Code;
import nl.schakel.catalogue.Groups;
import nl.schakel.catalogue.Label;
import nl.schakel.catalogue.MissingCode;
import nl.schakel.catalogue.Variable;

/** Variables as JSON. */
final class CatalogueJson {
    private CatalogueJson() {}

    static JsonObject of(List<Variable> variables) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        variables.stream().map(CatalogueJson::variable).forEach(list::add);
        return Json.createObjectBuilder().add("variabelen", list).build();
    }

    private static JsonObjectBuilder variable(Variable variable) {
        return Json.createObjectBuilder()
                .add("naam", variable.name().value())
                .add("gegevensset", variable.dataset().name())
                .add("label", label(variable.label()))
                .add("betekenis", label(variable.meaning()))
                .add("eenheid", label(variable.unit()))
                .add("soort", variable.type().dutch())
                .add("decimalen", variable.decimals())
                .add("per", variable.occurrence().dutch())
                .add("rol", variable.role().dutch())
                .add("grondslag", variable.basis().dutch())
                .add("niveaus", levels(variable))
                .add("ontbrekend", missing(variable));
    }

    private static JsonArrayBuilder levels(Variable variable) {
        JsonArrayBuilder levels = Json.createArrayBuilder();
        for (int level = 0; level < variable.hierarchy().levels(); level++) {
            JsonArrayBuilder codes = Json.createArrayBuilder();
            if (variable.hierarchy() instanceof Groups groups) {
                groups.codes(level).stream().map(CatalogueJson::code).forEach(codes::add);
            }
            levels.add(Json.createObjectBuilder().add("niveau", level).add("codes", codes));
        }
        return levels;
    }

    private static JsonArrayBuilder missing(Variable variable) {
        JsonArrayBuilder codes = Json.createArrayBuilder();
        for (MissingCode missing : variable.missingCodes()) {
            codes.add(code(new Code(missing.code(), missing.label())));
        }
        return codes;
    }

    private static JsonObjectBuilder code(Code code) {
        return Json.createObjectBuilder().add("code", code.value()).add("label", label(code.label()));
    }

    private static JsonObjectBuilder label(Label label) {
        return Json.createObjectBuilder().add("nl", label.nl()).add("en", label.en());
    }
}
