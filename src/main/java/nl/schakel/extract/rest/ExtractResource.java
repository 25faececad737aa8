package nl.schakel.extract.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import nl.schakel.audit.AllowedRoles;
import nl.schakel.audit.CurrentActor;
import nl.schakel.audit.Role;
import nl.schakel.extract.FindExtract;

/** One extract. */
@Path("extracten")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ExtractResource {
    @Inject
    private FindExtract findExtract;

    @Inject
    private CurrentActor actor;

    /** What is known of the extract, its risk report included. */
    @GET
    @Path("{id}")
    @AllowedRoles({Role.RESEARCHER, Role.STEWARD, Role.PRIVACY_OFFICER})
    public JsonObject find(@PathParam("id") String id) {
        return ExtractJson.of(findExtract.find(actor.require(), Ids.extract(id)));
    }
}
