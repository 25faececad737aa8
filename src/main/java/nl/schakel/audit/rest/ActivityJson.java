package nl.schakel.audit.rest;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.function.Function;
import nl.schakel.audit.ActivityField;
import nl.schakel.audit.HeadField;
import nl.schakel.audit.ProcessingActivity;
import nl.schakel.audit.ProcessingRegister;
import nl.schakel.audit.RegisterText;

/** The register as JSON: the newest version of each text first; each with what it changed. */
final class ActivityJson {
    private ActivityJson() {}

    static JsonObject of(ProcessingRegister register) {
        JsonArrayBuilder activities = Json.createArrayBuilder();
        register.activities().forEach((name, versions) -> activities.add(activity(name, versions)));
        return Json.createObjectBuilder()
                .add(
                        "register",
                        Json.createObjectBuilder().add("versies", versions(register.heads(), HeadField::dutch)))
                .add("verwerkingsactiviteiten", activities)
                .build();
    }

    private static JsonObjectBuilder activity(String name, List<RegisterText<ActivityField>> versions) {
        return Json.createObjectBuilder()
                .add("naam", name)
                .add("id", ProcessingActivity.uri(name, versions.get(0).version()))
                .add("versies", versions(versions, ActivityField::dutch));
    }

    private static <F extends Enum<F>> JsonArrayBuilder versions(
            List<RegisterText<F>> versions, Function<F, String> name) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        for (int i = 0; i < versions.size(); i++) {
            RegisterText<F> text = versions.get(i);
            JsonObjectBuilder one = Json.createObjectBuilder()
                    .add("versie", text.version())
                    .add("geldigVanaf", text.validFrom().toString());
            text.fields().forEach((field, words) -> one.add(name.apply(field), words));
            if (i + 1 < versions.size()) {
                one.add("gewijzigd", changes(versions.get(i + 1), text, name));
            }
            all.add(one);
        }
        return all;
    }

    private static <F extends Enum<F>> JsonArrayBuilder changes(
            RegisterText<F> before, RegisterText<F> after, Function<F, String> name) {
        JsonArrayBuilder changes = Json.createArrayBuilder();
        after.changedSince(before)
                .forEach(field -> changes.add(Json.createObjectBuilder()
                        .add("veld", name.apply(field))
                        .add("was", before.get(field))
                        .add("wordt", after.get(field))));
        return changes;
    }
}
