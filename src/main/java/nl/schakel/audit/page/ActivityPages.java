package nl.schakel.audit.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import nl.schakel.audit.AllowedRoles;
import nl.schakel.audit.ReadRegister;
import nl.schakel.audit.Role;
import nl.schakel.platform.web.Page;

/** A privacy officer reads the register of processing activities, and what changed in it. */
@Controller
@Path("verwerkingsactiviteiten")
@RequestScoped
@AllowedRoles(Role.PRIVACY_OFFICER)
public class ActivityPages {
    @Inject
    private Page page;

    @Inject
    private ReadRegister register;

    /** All activities in force, with their history. */
    @GET
    public Response read() {
        return page.show("audit/activiteiten", "audit.register.titel", ActivityView.of(register.read()));
    }
}
