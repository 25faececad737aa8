package nl.schakel.extract.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import nl.schakel.audit.AllowedRoles;
import nl.schakel.audit.CurrentActor;
import nl.schakel.audit.Role;
import nl.schakel.extract.BuildExtract;
import nl.schakel.extract.BuiltExtract;
import nl.schakel.extract.ExtractId;
import nl.schakel.extract.FindExtract;
import nl.schakel.study.StudyId;
import org.jspecify.annotations.Nullable;

/** The extracts of one study. */
@Path("onderzoeken/{id}/extracten")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class StudyExtractsResource {
    @Inject
    private BuildExtract buildExtract;

    @Inject
    private FindExtract findExtract;

    @Inject
    private CurrentActor actor;

    /**
     * Builds an extract of the approved study; its place is in {@code Location}. A request with an {@code Idempotency-Key}
     * can be sent again.
     */
    @POST
    @AllowedRoles({Role.RESEARCHER, Role.STEWARD})
    public Response build(@PathParam("id") String id, @HeaderParam("Idempotency-Key") @Nullable String key) {
        StudyId study = Ids.study(id);
        ExtractId number = key == null ? ExtractId.random() : ExtractId.asked(study, key);
        BuiltExtract extract = buildExtract.build(actor.require(), study, number);
        return Response.created(URI.create("/api/v1/extracten/" + extract.id()))
                .entity(ExtractJson.of(extract))
                .build();
    }

    /** The extracts of the study, the newest first. */
    @GET
    @AllowedRoles({Role.RESEARCHER, Role.STEWARD, Role.PRIVACY_OFFICER})
    public JsonObject list(@PathParam("id") String id) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        findExtract.ofStudy(actor.require(), Ids.study(id)).stream()
                .map(ExtractJson::of)
                .forEach(list::add);
        return Json.createObjectBuilder().add("extracten", list).build();
    }
}
