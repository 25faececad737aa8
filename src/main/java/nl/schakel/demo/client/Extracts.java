package nl.schakel.demo.client;

import jakarta.json.JsonObject;
import nl.schakel.demo.PlayPlan;
import nl.schakel.demo.PlayReport;
import nl.schakel.demo.PlayStopped;

/** What the play notes of an extract. */
final class Extracts {
    private static final String TOO_MUCH = "te-veel-onderdrukt";

    private Extracts() {}

    static JsonObject built(Api.Answer answer, PlayReport report) {
        if (!answer.isSuccess()) {
            throw new PlayStopped("extract: " + answer.problem());
        }
        JsonObject extract = answer.object();
        JsonObject risk = extract.getJsonObject("risico");
        report.note("Extract: leerlingen", number(extract, "leerlingen"));
        report.note("Extract: kolommen", number(extract, "kolommen"));
        report.note("Extract: leerlingen weggelaten", number(risk, "weggelaten"));
        report.note("Extract: k", number(risk.getJsonObject("beleid"), "k"));
        report.note("Risico vóór bescherming", risk(risk.getJsonObject("voor")));
        report.note("Risico na bescherming", risk(risk.getJsonObject("na")));
        report.note("Extract: aandeel gekoppeld", number(extract.getJsonObject("koppeling"), "aandeelGekoppeld"));
        return extract;
    }

    private static String risk(JsonObject risk) {
        return "hoogste " + number(risk, "hoogsteRisico") + ", uniek " + number(risk, "uniek") + ", aandeel onder k "
                + number(risk, "aandeelOnderK");
    }

    private static String number(JsonObject object, String name) {
        return String.valueOf(object.get(name));
    }

    static void fetched(String output, PlayPlan plan, String release, PlayReport report) {
        report.note("Pakket", plan.output().resolve("vrijgave-" + release).toString());
        report.note("Controle door de onderzoeker", output.lines().findFirst().orElse(""));
    }

    static void refused(Api.Answer answer, PlayReport report) {
        if (answer.isSuccess()) {
            throw new PlayStopped("the second study should have been refused");
        }
        if (!answer.slug().equals(TOO_MUCH)) {
            throw new PlayStopped("tweede onderzoek: " + answer.problem());
        }
        report.note("Tweede onderzoek geweigerd", answer.problem().strip());
        report.note("  door", number(answer.object(), "variabelen"));
    }
}
