package nl.schakel.extract.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AllowedRoles;
import nl.schakel.audit.CurrentActor;
import nl.schakel.audit.Role;
import nl.schakel.extract.BuiltExtract;
import nl.schakel.extract.ExtractId;
import nl.schakel.extract.ExtractRefused;
import nl.schakel.extract.FindExtract;
import nl.schakel.platform.web.Page;

/** Extracts and their risk reports. */
@Controller
@Path("extracten")
@RequestScoped
public class ExtractPages {
    @Inject
    private Page page;

    @Inject
    private FindExtract findExtract;

    @Inject
    private WaitingStudies waiting;

    @Inject
    private CurrentActor actor;

    /** The newest extracts. */
    @GET
    @AllowedRoles({Role.STEWARD, Role.PRIVACY_OFFICER, Role.RESEARCHER})
    public Response list() {
        Actor visitor = actor.require();
        return page.show(
                "extract/lijst",
                "extract.lijst.titel",
                new ExtractList(findExtract.newest(visitor), waiting.of(visitor)));
    }

    /** One extract with its risk report. */
    @GET
    @Path("{id}")
    @AllowedRoles({Role.STEWARD, Role.PRIVACY_OFFICER, Role.RESEARCHER})
    public Response one(@PathParam("id") String id, @QueryParam("gelukt") @DefaultValue("") String done) {
        BuiltExtract extract = findExtract.find(actor.require(), extractId(id));
        return page.under("extracten", "extract.lijst.titel")
                .show(
                        "extract/een",
                        "extract.een.titel",
                        ExtractView.of(extract, page.language())
                                .with(page.annexes("extracten/" + extract.id()), done.equals("gemaakt")));
    }

    private static ExtractId extractId(String text) {
        try {
            return new ExtractId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new ExtractRefused.Unknown();
        }
    }
}
