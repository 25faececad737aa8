package nl.schakel.demo.client;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;

/** A study's way through the hands of researcher, data steward and privacy officer. */
final class StudyRole {
    private final Api researcher;
    private final Api steward;
    private final Api privacy;

    StudyRole(Api researcher, Api steward, Api privacy) {
        this.researcher = researcher;
        this.steward = steward;
        this.privacy = privacy;
    }

    /** Requests, submits and has both sides approve; returns the study's id. */
    String approved(JsonObject wish) throws IOException, InterruptedException {
        String study = researcher.post("onderzoeken", wish).getString("id");
        researcher.post("onderzoeken/" + study + "/indiening", JsonObject.EMPTY_JSON_OBJECT);
        judge(steward, study, "De variabelen passen bij de vraag.");
        judge(privacy, study, "Doel en bewaartermijn zijn duidelijk; de groepen worden groot genoeg.");
        return study;
    }

    private static void judge(Api reviewer, String study, String reason) throws IOException, InterruptedException {
        JsonObject judgement = Json.createObjectBuilder()
                .add("oordeel", "GOEDKEUREN")
                .add("reden", reason)
                .build();
        reviewer.post("onderzoeken/" + study + "/beoordelingen", judgement);
    }

    /** Has the extract built; the answer may be a refusal. */
    Api.Answer build(String study) throws IOException, InterruptedException {
        return steward.attempt("onderzoeken/" + study + "/extracten", JsonObject.EMPTY_JSON_OBJECT);
    }

    /** Two persons release; returns the release's id. */
    String released(String extract) throws IOException, InterruptedException {
        steward.post("extracten/" + extract + "/vrijgaven", JsonObject.EMPTY_JSON_OBJECT);
        return privacy.post("extracten/" + extract + "/vrijgaven", JsonObject.EMPTY_JSON_OBJECT)
                .getString("id");
    }
}
