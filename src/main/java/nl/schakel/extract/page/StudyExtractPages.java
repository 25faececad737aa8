package nl.schakel.extract.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AllowedRoles;
import nl.schakel.audit.CurrentActor;
import nl.schakel.audit.Role;
import nl.schakel.extract.BuildExtract;
import nl.schakel.extract.ExtractId;
import nl.schakel.extract.ExtractRefused;
import nl.schakel.extract.FindExtract;
import nl.schakel.platform.web.Page;
import nl.schakel.study.ReadStudies;
import nl.schakel.study.Study;
import nl.schakel.study.StudyId;
import nl.schakel.study.StudyRefused;

/** The extracts of a study, and building the next. */
@Controller
@Path("onderzoeken/{id}/extracten")
@RequestScoped
public class StudyExtractPages {
    private static final String BUTTON = "maken";

    @Inject
    private Page page;

    @Inject
    private BuildExtract buildExtract;

    @Inject
    private FindExtract findExtract;

    @Inject
    private ReadStudies studies;

    @Inject
    private CurrentActor actor;

    /** What was built, and the button. */
    @GET
    @AllowedRoles({Role.STEWARD, Role.RESEARCHER, Role.PRIVACY_OFFICER})
    public Response list(@PathParam("id") String id) {
        return show(known(id));
    }

    /** Builds an extract of the study and shows it; where it is refused, the page says why. */
    @POST
    @AllowedRoles({Role.STEWARD, Role.RESEARCHER})
    public Response build(@PathParam("id") String id, @FormParam("verzoek") @DefaultValue("") String request) {
        StudyId study = known(id);
        ExtractId number = request.isEmpty() ? ExtractId.random() : ExtractId.asked(study, request);
        try {
            return page.to("extracten/"
                    + buildExtract.build(actor.require(), study, number).id() + "?gelukt=gemaakt");
        } catch (ExtractRefused refused) {
            page.refused("extract.build", refused);
            BuildFault.of(refused, page.language())
                    .forEach(fault ->
                            page.fault(BUTTON, fault.key(), fault.arguments().toArray()));
        } catch (StudyRefused.NotApproved refused) {
            page.refused("extract.build", refused);
            page.fault(BUTTON, "study.probleem." + refused.slug() + ".uitleg");
        }
        return show(study);
    }

    private Response show(StudyId id) {
        Actor visitor = actor.require();
        Study study = studies.read(visitor, id).study();
        return page.under("onderzoeken", "study.lijst.titel")
                .under("onderzoeken/" + id, "extract.een.onderzoek")
                .show(
                        "extract/bouwen",
                        "extract.lijst.titel",
                        new StudyExtractsView(study, findExtract.ofStudy(visitor, id), Buildable.by(visitor, study)));
    }

    private static StudyId known(String text) {
        return StudyId.parse(text).orElseThrow(StudyRefused.Unknown::new);
    }
}
