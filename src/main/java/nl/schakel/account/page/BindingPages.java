package nl.schakel.account.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import nl.schakel.account.Ids;
import nl.schakel.account.ReleaseIdentity;
import nl.schakel.audit.AllowedRoles;
import nl.schakel.audit.CurrentActor;
import nl.schakel.audit.Role;
import nl.schakel.audit.StaffId;
import nl.schakel.platform.web.Page;

/** Ends the binding of somebody's identity at a provider to an account. */
@Controller
@Path("accounts/{id}/koppelingen/{koppeling}/ontkoppeling")
@RequestScoped
@AllowedRoles(Role.OPERATOR)
public class BindingPages {
    @Inject
    private Page page;

    @Inject
    private CurrentActor actor;

    @Inject
    private ReleaseIdentity release;

    /** Ends it. */
    @POST
    public Response release(@PathParam("id") String id, @PathParam("koppeling") String binding) {
        StaffId account = Ids.account(id);
        release.release(actor.require(), account, Ids.binding(binding));
        return page.to("accounts/" + account.value() + "?gelukt=ontkoppeld");
    }
}
