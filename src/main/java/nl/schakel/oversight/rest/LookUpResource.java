package nl.schakel.oversight.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import nl.schakel.audit.AllowedRoles;
import nl.schakel.audit.CurrentActor;
import nl.schakel.audit.Role;
import nl.schakel.oversight.ApproveLookUp;
import nl.schakel.oversight.AskForLookUp;
import nl.schakel.oversight.Ground;
import nl.schakel.oversight.LookUp;
import nl.schakel.oversight.LookUpId;
import nl.schakel.oversight.LookUpPupil;
import nl.schakel.oversight.LookUpReason;
import nl.schakel.oversight.OversightRefused;
import nl.schakel.oversight.SeeLookUps;
import nl.schakel.pupil.Pgn;

/** Looking up one pupil for a request of the pupil or a parent, by two privacy officers. */
@Path("inzageverzoeken")
@RequestScoped
@AllowedRoles(Role.PRIVACY_OFFICER)
@Produces(MediaType.APPLICATION_JSON)
public class LookUpResource {
    @Inject
    private CurrentActor actor;

    @Inject
    private AskForLookUp ask;

    @Inject
    private ApproveLookUp approve;

    @Inject
    private LookUpPupil lookUp;

    @Inject
    private SeeLookUps see;

    @Inject
    private Clock clock;

    /** Asks, with a ground and a reason. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response ask(JsonStructure body) {
        Ground ground = Ground.parse(text(body, "grond")).orElseThrow(OversightRefused.UnfitReason::new);
        LookUpReason reason =
                LookUpReason.parse(text(body, "toelichting")).orElseThrow(OversightRefused.UnfitReason::new);
        return Response.status(Response.Status.CREATED)
                .entity(json(ask.ask(actor.require(), ground, reason)))
                .build();
    }

    /** The newest requests of all officers. */
    @GET
    public LookUpJson.ListOf list() {
        List<LookUpJson> all =
                see.newest(actor.require()).stream().map(this::json).toList();
        return new LookUpJson.ListOf(all.size(), all);
    }

    /** Approves another officer's request. */
    @POST
    @Path("{id}/goedkeuring")
    public LookUpJson approve(@PathParam("id") String id) {
        return json(approve.approve(actor.require(), known(id)));
    }

    /** Looks up, once; the number is in the body and in no answer. */
    @POST
    @Path("{id}/opzoeking")
    @Consumes(MediaType.APPLICATION_JSON)
    public TimelineJson lookUp(@PathParam("id") String id, JsonStructure body) {
        Pgn number = Pgn.parse(text(body, "pgn")).orElseThrow(OversightRefused.NumberWrong::new);
        return TimelineJson.of(lookUp.lookUp(actor.require(), known(id), number));
    }

    private LookUpJson json(LookUp request) {
        return LookUpJson.of(request, actor.require(), clock.instant());
    }

    private static LookUpId known(String id) {
        return LookUpId.parse(id).orElseThrow(OversightRefused.Unknown::new);
    }

    private static String text(JsonStructure body, String name) {
        return body instanceof JsonObject object && object.get(name) instanceof JsonString text
                ? text.getString().strip()
                : "";
    }
}
