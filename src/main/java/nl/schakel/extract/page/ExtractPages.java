package nl.schakel.extract.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import nl.schakel.audit.AllowedRoles;
import nl.schakel.audit.CurrentActor;
import nl.schakel.audit.Role;
import nl.schakel.extract.BuildExtract;
import nl.schakel.extract.ExtractId;
import nl.schakel.extract.ExtractRefused;
import nl.schakel.extract.FindExtract;
import nl.schakel.platform.web.Page;
import nl.schakel.study.StudyId;
import nl.schakel.study.StudyRefused;

/** Extracts and their risk reports. */
@Controller
@Path("/")
@RequestScoped
public class ExtractPages {
    @Inject
    private Page page;

    @Inject
    private FindExtract findExtract;

    @Inject
    private BuildExtract buildExtract;

    @Inject
    private CurrentActor actor;

    /** The newest extracts. */
    @GET
    @Path("extracten")
    @AllowedRoles({Role.STEWARD, Role.PRIVACY_OFFICER, Role.RESEARCHER})
    public Response list() {
        return page.show(
                "extract/lijst", "extract.lijst.titel", new ExtractList(findExtract.newest(actor.require())));
    }

    /** One extract with its risk report. */
    @GET
    @Path("extracten/{id}")
    @AllowedRoles({Role.STEWARD, Role.PRIVACY_OFFICER, Role.RESEARCHER})
    public Response one(@PathParam("id") String id) {
        return page.under("extracten", "extract.lijst.titel")
                .show(
                        "extract/een",
                        "extract.een.titel",
                        ExtractView.of(findExtract.find(actor.require(), extractId(id)), page.language()));
    }

    /** Builds an extract of the study and shows it. */
    @POST
    @Path("onderzoeken/{id}/extracten")
    @AllowedRoles({Role.STEWARD, Role.RESEARCHER})
    public Response build(@PathParam("id") String id) {
        return page.to("extracten/" + buildExtract.build(actor.require(), studyId(id)).id());
    }

    private static ExtractId extractId(String text) {
        try {
            return new ExtractId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new ExtractRefused.Unknown();
        }
    }

    private static StudyId studyId(String text) {
        try {
            return new StudyId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new StudyRefused.Unknown();
        }
    }
}
