package nl.schakel.extract.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import nl.schakel.audit.AllowedRoles;
import nl.schakel.audit.CurrentActor;
import nl.schakel.audit.Role;
import nl.schakel.extract.BuildExtract;
import nl.schakel.platform.web.Page;
import nl.schakel.study.StudyId;
import nl.schakel.study.StudyRefused;

/** Builds an extract from the page of a study. */
@Controller
@Path("onderzoeken/{id}/extracten")
@RequestScoped
public class StudyExtractPages {
    @Inject
    private Page page;

    @Inject
    private BuildExtract buildExtract;

    @Inject
    private CurrentActor actor;

    /** Builds an extract of the study and shows it. */
    @POST
    @AllowedRoles({Role.STEWARD, Role.RESEARCHER})
    public Response build(@PathParam("id") String id) {
        return page.to(
                "extracten/" + buildExtract.build(actor.require(), studyId(id)).id());
    }

    private static StudyId studyId(String text) {
        try {
            return new StudyId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new StudyRefused.Unknown();
        }
    }
}
