package nl.schakel.extract.page;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import nl.schakel.catalogue.Catalogue;
import nl.schakel.catalogue.VariableName;
import nl.schakel.extract.BuiltExtract;
import nl.schakel.platform.web.AnnexPart;
import nl.schakel.platform.web.Language;

/**
 * An extract with its risk report, in the numbers of the language.
 *
 * @param k the smallest group allowed
 * @param measures before, after, and for somebody who knows the scores
 * @param annexes where to follow the extract further
 * @param fresh whether it was built just now
 */
public record ExtractView(
        BuiltExtract extract,
        int k,
        int leftOut,
        String loss,
        List<Measure> measures,
        List<VariableLoss> variables,
        long delivered,
        long linked,
        long unlinked,
        long conflicting,
        List<AnnexPart> annexes,
        boolean fresh) {

    /** One measure of risk. */
    public record Measure(String key, String before, String after, String knowing) {}

    /** What one variable lost: its level, 0 for nothing, of so many above the finest. */
    public record VariableLoss(String name, String label, String role, int level, int most, String suppressed) {}

    static ExtractView of(BuiltExtract extract, Language language) {
        JsonObject risk = object(extract.riskReport());
        JsonObject linkage = object(extract.linkageReport());
        return new ExtractView(
                extract,
                risk.getJsonObject("beleid").getInt("k"),
                risk.getInt("weggelaten"),
                percent(risk.getJsonObject("nut"), "verlies", language),
                List.of(
                        count(risk, language),
                        measure(risk, "aandeelOnderK", "onder-k", language),
                        measure(risk, "hoogsteRisico", "hoogste", language),
                        measure(risk, "gemiddeldRisico", "gemiddeld", language)),
                risk.getJsonArray("variabelen").getValuesAs(JsonObject.class).stream()
                        .map(variable -> loss(variable, language))
                        .toList(),
                linkage.getInt("geleverd"),
                linkage.getInt("gekoppeld"),
                linkage.getInt("nietGekoppeld"),
                linkage.getInt("tegenspraak"),
                List.of(),
                false);
    }

    /** The same with its surroundings. */
    ExtractView with(List<AnnexPart> parts, boolean justBuilt) {
        return new ExtractView(
                extract,
                k,
                leftOut,
                loss,
                measures,
                variables,
                delivered,
                linked,
                unlinked,
                conflicting,
                parts,
                justBuilt);
    }

    private static Measure count(JsonObject risk, Language language) {
        return new Measure(
                "uniek",
                unique(risk.getJsonObject("voor"), language),
                unique(risk.getJsonObject("na"), language),
                unique(risk.getJsonObject("metKennisVanScores"), language));
    }

    private static String unique(JsonObject measures, Language language) {
        return String.format(language.locale(), "%,d", measures.getInt("uniek"));
    }

    private static Measure measure(JsonObject risk, String name, String key, Language language) {
        return new Measure(
                key,
                percent(risk.getJsonObject("voor"), name, language),
                percent(risk.getJsonObject("na"), name, language),
                percent(risk.getJsonObject("metKennisVanScores"), name, language));
    }

    private static VariableLoss loss(JsonObject variable, Language language) {
        String label = Catalogue.standard()
                .find(new VariableName(variable.getString("naam")))
                .map(known -> known.label().in(language.code()))
                .orElse(variable.getString("naam"));
        return new VariableLoss(
                variable.getString("naam"),
                label,
                variable.getString("rol"),
                variable.getInt("niveau", 0),
                variable.getInt("niveaus", 1) - 1,
                percent(variable, "onderdrukt", language));
    }

    private static String percent(JsonObject object, String name, Language language) {
        double share = object.getJsonNumber(name).doubleValue();
        return String.format(language.locale(), "%.1f%%", 100 * share);
    }

    private static JsonObject object(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
