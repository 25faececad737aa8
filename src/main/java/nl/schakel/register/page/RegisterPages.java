package nl.schakel.register.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import nl.schakel.audit.AllowedRoles;
import nl.schakel.audit.CurrentActor;
import nl.schakel.audit.Role;
import nl.schakel.platform.web.Page;
import nl.schakel.register.SeeRegisters;

/** The loaded registers. Files are too large for a form: the command {@code schakel register-laden} sends them. */
@Controller
@Path("registers")
@RequestScoped
@AllowedRoles(Role.OPERATOR)
public class RegisterPages {
    @Inject
    private Page page;

    @Inject
    private CurrentActor actor;

    @Inject
    private SeeRegisters see;

    /** All deliveries, newest reference date first. */
    @GET
    public Response list() {
        return page.show("register/lijst", "register.lijst.titel", new RegisterList(see.all(actor.require())));
    }
}
