package nl.schakel.demo.client;

import jakarta.json.JsonObject;
import nl.schakel.demo.PlayPlan;
import nl.schakel.demo.PlayReport;
import nl.schakel.demo.PlayStopped;

/** What the play notes of an extract. */
final class Extracts {
    private Extracts() {}

    static JsonObject built(Api.Answer answer, PlayReport report) {
        if (!answer.isSuccess()) {
            throw new PlayStopped("extract: " + answer.problem());
        }
        JsonObject extract = answer.object();
        report.note("Extract", extract.toString());
        return extract;
    }

    static void fetched(String output, PlayPlan plan, String release, PlayReport report) {
        report.note("Pakket", plan.output().resolve("vrijgave-" + release).toString());
        report.note("Controle door de onderzoeker", output.lines().findFirst().orElse(""));
    }

    static void refused(Api.Answer answer, PlayReport report) {
        if (answer.isSuccess()) {
            throw new PlayStopped("the second study should have been refused");
        }
        report.note("Tweede onderzoek", answer.problem());
    }
}
