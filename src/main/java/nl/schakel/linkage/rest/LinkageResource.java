package nl.schakel.linkage.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import nl.schakel.audit.AllowedRoles;
import nl.schakel.audit.CurrentActor;
import nl.schakel.audit.Role;
import nl.schakel.linkage.LinkageRefused;
import nl.schakel.linkage.Run;
import nl.schakel.linkage.RunId;
import nl.schakel.linkage.RunLinkage;
import nl.schakel.linkage.SeeRuns;

/** {@code /koppelingen}. */
@Path("koppelingen")
@RequestScoped
@AllowedRoles(Role.OPERATOR)
@Produces(MediaType.APPLICATION_JSON)
public class LinkageResource {
    @Inject
    private CurrentActor actor;

    @Inject
    private RunLinkage link;

    @Inject
    private SeeRuns see;

    @Context
    private UriInfo uri;

    /** Runs the linkage and answers when it is finished. */
    @POST
    public Response run() {
        Run run = link.run(actor.require());
        return Response.created(
                        uri.getAbsolutePathBuilder().path(run.id().toString()).build())
                .entity(RunJson.of(run))
                .build();
    }

    /** One run. */
    @GET
    @Path("{id}")
    public RunJson one(@PathParam("id") String id) {
        return RunJson.of(see.one(actor.require(), RunId.parse(id).orElseThrow(LinkageRefused.NotFound::new)));
    }
}
