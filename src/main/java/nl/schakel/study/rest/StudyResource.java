package nl.schakel.study.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import nl.schakel.audit.AllowedRoles;
import nl.schakel.audit.CurrentActor;
import nl.schakel.audit.Role;
import nl.schakel.study.ChangeStudy;
import nl.schakel.study.CloseStudy;
import nl.schakel.study.Colleagues;
import nl.schakel.study.ReadStudies;
import nl.schakel.study.ReviewStudy;
import nl.schakel.study.StartStudy;
import nl.schakel.study.Study;
import nl.schakel.study.StudyFile;
import nl.schakel.study.StudyId;
import nl.schakel.study.StudyRefused;
import nl.schakel.study.StudyRequest;
import nl.schakel.study.SubmitStudy;

/** Requests and their reviews. */
@Path("onderzoeken")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@AllowedRoles(Role.RESEARCHER)
public class StudyResource {
    @Inject
    private CurrentActor actor;

    @Inject
    private Colleagues colleagues;

    @Inject
    private ReadStudies read;

    @Inject
    private StartStudy start;

    @Inject
    private ChangeStudy change;

    @Inject
    private SubmitStudy submit;

    @Inject
    private ReviewStudy review;

    @Inject
    private CloseStudy close;

    /** The reader's list. */
    @GET
    @AllowedRoles({Role.RESEARCHER, Role.STEWARD, Role.PRIVACY_OFFICER})
    public List<OverviewJson> list() {
        return read.list(actor.require()).stream().map(OverviewJson::of).toList();
    }

    /** Begins a request. */
    @POST
    public Response start(RequestJson json) {
        Study study = start.start(actor.require(), requested(json));
        return Response.status(Response.Status.CREATED)
                .entity(answer(study.id()))
                .build();
    }

    /** One request. */
    @GET
    @Path("{id}")
    @AllowedRoles({Role.RESEARCHER, Role.STEWARD, Role.PRIVACY_OFFICER})
    public StudyJson one(@PathParam("id") String id) {
        return answer(known(id));
    }

    /** Saves a draft or a returned request. */
    @PUT
    @Path("{id}")
    public StudyJson change(@PathParam("id") String id, RequestJson json) {
        return answer(change.change(actor.require(), known(id), requested(json)).id());
    }

    /** Hands a request in. */
    @POST
    @Path("{id}/indiening")
    @Consumes(MediaType.WILDCARD)
    public StudyJson submit(@PathParam("id") String id) {
        return answer(submit.submit(actor.require(), known(id)).id());
    }

    /** Judges a request. */
    @POST
    @Path("{id}/beoordelingen")
    @AllowedRoles({Role.STEWARD, Role.PRIVACY_OFFICER})
    public StudyJson review(@PathParam("id") String id, JudgementJson json) {
        return answer(review.review(actor.require(), known(id), json.read(actor.require()))
                .id());
    }

    /** Takes a request back or ends a study. */
    @POST
    @Path("{id}/sluiting")
    @Consumes(MediaType.WILDCARD)
    public StudyJson close(@PathParam("id") String id) {
        return answer(close.close(actor.require(), known(id)).id());
    }

    private StudyRequest requested(RequestJson json) {
        return json.text().read(colleagues.named(json.colleagues()));
    }

    private StudyJson answer(StudyId id) {
        StudyFile file = read.read(actor.require(), id);
        return StudyJson.of(
                file.study(), colleagues.names(file.study().request().team()), file.reviews());
    }

    private static StudyId known(String id) {
        return StudyId.parse(id).orElseThrow(StudyRefused.Unknown::new);
    }
}
