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
import nl.schakel.account.FindAccounts;
import nl.schakel.account.Ids;
import nl.schakel.account.KeepTokens;
import nl.schakel.audit.AllowedRoles;
import nl.schakel.audit.CurrentActor;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;

/** Tokens of machines; each is answered once. */
@Path("accounts/{id}/sleutels")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@AllowedRoles(Role.OPERATOR)
public class TokenResource {
    @Inject
    private CurrentActor actor;

    @Inject
    private KeepTokens keep;

    @Inject
    private FindAccounts find;

    /** A new token. */
    @POST
    public Response issue(@PathParam("id") String id, WishJson json) {
        return Response.status(Response.Status.CREATED)
                .entity(SecretJson.of(keep.issue(actor.require(), Ids.account(id), json.wish())))
                .build();
    }

    /** Ends a token before its time, of a person as well. */
    @POST
    @Path("{sleutel}/intrekking")
    @Consumes(MediaType.WILDCARD)
    public AccountJson revoke(@PathParam("id") String id, @PathParam("sleutel") String token) {
        StaffId account = Ids.account(id);
        keep.revoke(actor.require(), account, Ids.token(token));
        return AccountJson.of(find.one(actor.require(), account));
    }
}
