package nl.schakel.account.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import nl.schakel.account.Ids;
import nl.schakel.account.IssueSetupCode;
import nl.schakel.audit.AllowedRoles;
import nl.schakel.audit.CurrentActor;
import nl.schakel.audit.Role;

/** Codes by which people set their password; each is answered once. */
@Path("accounts/{id}/instelcodes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@AllowedRoles(Role.OPERATOR)
public class SetupCodeResource {
    @Inject
    private CurrentActor actor;

    @Inject
    private IssueSetupCode issue;

    /** A new code; earlier ones are void. */
    @POST
    @Consumes(MediaType.WILDCARD)
    public Response issue(@PathParam("id") String id) {
        return Response.status(Response.Status.CREATED)
                .entity(SecretJson.of(issue.issue(actor.require(), Ids.account(id))))
                .build();
    }
}
