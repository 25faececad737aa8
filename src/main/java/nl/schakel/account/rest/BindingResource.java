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
import nl.schakel.account.BindClient;
import nl.schakel.account.FindAccounts;
import nl.schakel.account.Ids;
import nl.schakel.account.ReleaseIdentity;
import nl.schakel.audit.AllowedRoles;
import nl.schakel.audit.CurrentActor;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;

/** Identities at providers that were bound to accounts. */
@Path("accounts/{id}/koppelingen")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@AllowedRoles(Role.OPERATOR)
public class BindingResource {
    @Inject
    private CurrentActor actor;

    @Inject
    private BindClient bind;

    @Inject
    private ReleaseIdentity release;

    @Inject
    private FindAccounts find;

    /** Says which program a machine's account belongs to. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response bind(@PathParam("id") String id, SubjectJson json) {
        StaffId account = Ids.account(id);
        bind.bind(actor.require(), account, json.subject());
        return Response.status(Response.Status.CREATED)
                .entity(AccountJson.of(find.one(actor.require(), account)))
                .build();
    }

    /** Ends a binding and every session of the account. */
    @POST
    @Path("{koppeling}/ontkoppeling")
    @Consumes(MediaType.WILDCARD)
    public AccountJson release(@PathParam("id") String id, @PathParam("koppeling") String binding) {
        StaffId account = Ids.account(id);
        release.release(actor.require(), account, Ids.binding(binding));
        return AccountJson.of(find.one(actor.require(), account));
    }
}
