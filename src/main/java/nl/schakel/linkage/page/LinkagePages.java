package nl.schakel.linkage.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import nl.schakel.audit.AllowedRoles;
import nl.schakel.audit.CurrentActor;
import nl.schakel.audit.Role;
import nl.schakel.linkage.LinkageRefused;
import nl.schakel.linkage.RunId;
import nl.schakel.linkage.RunLinkage;
import nl.schakel.linkage.SeeRuns;
import nl.schakel.platform.web.Page;

/** Runs and how they went. */
@Controller
@Path("koppelingen")
@RequestScoped
@AllowedRoles(Role.OPERATOR)
public class LinkagePages {
    private static final String PATH = "koppelingen";
    private static final String LIST_TITLE = "linkage.lijst.titel";
    private static final int MOST = 50;

    @Inject
    private Page page;

    @Inject
    private CurrentActor actor;

    @Inject
    private RunLinkage link;

    @Inject
    private SeeRuns see;

    /** The newest runs. */
    @GET
    public Response list(@QueryParam("reden") @DefaultValue("") String refused) {
        return page.show("linkage/lijst", LIST_TITLE, new RunList(see.newest(actor.require(), MOST), refused));
    }

    /** Starts a run and shows its report. */
    @POST
    public Response run() {
        try {
            return page.to(PATH + "/" + link.run(actor.require()).id());
        } catch (LinkageRefused refused) {
            page.refused("linkage.run", refused);
            return page.to(PATH + "?reden=" + refused.slug());
        }
    }

    /** The report of a run. */
    @GET
    @Path("{id}")
    public Response one(@PathParam("id") String id) {
        RunId run = RunId.parse(id).orElseThrow(LinkageRefused.NotFound::new);
        return page.under(PATH, LIST_TITLE)
                .show("linkage/verslag", "linkage.verslag.titel", new RunView(see.one(actor.require(), run)));
    }
}
