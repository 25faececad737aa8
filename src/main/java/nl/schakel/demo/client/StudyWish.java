package nl.schakel.demo.client;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;

/**
 * What the researcher asks for.
 *
 * @param variables each with its reason
 */
record StudyWish(
        String title, String purpose, Map<String, String> variables, List<String> schoolYears, List<Integer> grades) {

    /** The request as the API wants it. */
    JsonObject json(String publicKey, String endDate) {
        JsonArrayBuilder wanted = Json.createArrayBuilder();
        variables.forEach((name, reason) ->
                wanted.add(Json.createObjectBuilder().add("naam", name).add("reden", reason)));
        String first = schoolYears.get(0).substring(0, 4);
        String last = schoolYears.get(schoolYears.size() - 1).substring(5);
        return Json.createObjectBuilder()
                .add("titel", title)
                .add("doel", purpose)
                .add("instelling", "Universiteit van Voorbeeld")
                .add("team", Json.createArrayBuilder().add("onderzoeker-2"))
                .add("variabelen", wanted)
                .add("schooljaren", Json.createArrayBuilder(schoolYears))
                .add("jaargroepen", Json.createArrayBuilder(grades))
                .add("periodeVan", first + "-08-01")
                .add("periodeTot", last + "-07-31")
                .add("einddatum", endDate)
                .add("sleutel", publicKey)
                .build();
    }
}
