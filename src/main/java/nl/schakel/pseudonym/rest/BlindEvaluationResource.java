package nl.schakel.pseudonym.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.schakel.audit.AllowedRoles;
import nl.schakel.audit.CurrentActor;
import nl.schakel.audit.Role;
import nl.schakel.pseudonym.BlindedElement;
import nl.schakel.pseudonym.EvaluateBlinded;
import nl.schakel.pseudonym.PseudonymRefused;
import nl.schakel.pseudonym.SeeCanaries;

/** Evaluates numbers that a school has blinded. */
@Path("blinde-evaluaties")
@RequestScoped
@AllowedRoles(Role.SCHOOL)
@Produces(MediaType.APPLICATION_JSON)
public class BlindEvaluationResource {
    @Inject
    private CurrentActor actor;

    @Inject
    private EvaluateBlinded evaluate;

    @Inject
    private SeeCanaries see;

    /** The canaries with their outcomes. */
    @GET
    public CanariesJson canaries() {
        return CanariesJson.of(see.see(actor.require()));
    }

    /** Evaluates a list of blinded points. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public EvaluationsJson evaluate(JsonStructure body) {
        return EvaluationsJson.of(evaluate.evaluate(actor.require(), elements(body)));
    }

    private static List<BlindedElement> elements(JsonStructure body) {
        boolean known =
                body instanceof JsonObject object && object.size() == 1 && object.get("punten") instanceof JsonArray;
        JsonArray points = known ? ((JsonObject) body).getJsonArray("punten") : JsonValue.EMPTY_JSON_ARRAY;
        if (points.isEmpty()) {
            throw new PseudonymRefused.NotPoints(1);
        }
        List<BlindedElement> elements = new ArrayList<>(points.size());
        for (JsonValue point : points) {
            Optional<BlindedElement> element =
                    point instanceof JsonString text ? BlindedElement.parse(text.getString()) : Optional.empty();
            elements.add(element.orElseThrow(() -> new PseudonymRefused.NotPoints(elements.size() + 1)));
        }
        return elements;
    }
}
