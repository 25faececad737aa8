package nl.schakel.account.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import nl.schakel.platform.web.Page;
import nl.schakel.platform.web.Public;
import org.eclipse.microprofile.config.Config;

/** Pages that anybody may read. */
@Public
@Controller
@Path("/")
@RequestScoped
public class PublicPages {
    @Inject
    private Page page;

    @Inject
    private Config config;

    /** The front page. */
    @GET
    public Response front() {
        return page.show("account/voorpagina", "account.voorpagina.titel");
    }

    /** The accessibility statement. */
    @GET
    @Path("toegankelijkheid")
    public Response accessibility() {
        return page.show("account/toegankelijkheid", "account.toegankelijkheid.titel");
    }

    /** The privacy statement. */
    @GET
    @Path("privacy")
    public Response privacy() {
        return page.show("account/privacy", "account.privacy.titel");
    }

    /** Whom to ask ({@code schakel.contact.hulp}), and how this service works. */
    @GET
    @Path("hulp")
    public Response help() {
        return page.show(
                "account/hulp",
                "account.hulp.titel",
                HelpContact.of(config.getOptionalValue("schakel.contact.hulp", String.class)));
    }

    /** What a problem of the API means, for whoever follows its type. */
    @GET
    @Path("problemen/{slug}")
    public Response problem(@PathParam("slug") String slug) {
        ProblemText text = ProblemText.find(page.texts(), slug).orElseThrow(NotFoundException::new);
        return page.show("account/probleem", "account.probleempagina.titel", text);
    }
}
