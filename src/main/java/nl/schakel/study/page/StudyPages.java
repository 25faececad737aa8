package nl.schakel.study.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AllowedRoles;
import nl.schakel.audit.CurrentActor;
import nl.schakel.audit.Role;
import nl.schakel.platform.problem.Fault;
import nl.schakel.platform.web.Page;
import nl.schakel.school.SchoolYear;
import nl.schakel.study.ChangeStudy;
import nl.schakel.study.CloseStudy;
import nl.schakel.study.Colleagues;
import nl.schakel.study.ReadStudies;
import nl.schakel.study.RequestText;
import nl.schakel.study.ReviewRole;
import nl.schakel.study.ReviewStudy;
import nl.schakel.study.StartStudy;
import nl.schakel.study.StudyFile;
import nl.schakel.study.StudyId;
import nl.schakel.study.StudyRefused;
import nl.schakel.study.StudyRequest;
import nl.schakel.study.StudyState;
import nl.schakel.study.SubmitStudy;
import nl.schakel.study.Verdict;

/** Requests: the list, the form, one request with its reviews. */
@Controller
@Path("onderzoeken")
@RequestScoped
@AllowedRoles(Role.RESEARCHER)
public class StudyPages {
    private static final int YEARS_BACK = 9;

    @Inject
    private Page page;

    @Inject
    private CurrentActor actor;

    @Inject
    private Clock clock;

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

    /** The visitor's list. */
    @GET
    @AllowedRoles({Role.RESEARCHER, Role.STEWARD, Role.PRIVACY_OFFICER})
    public Response list() {
        Actor visitor = actor.require();
        return page.show(
                "study/lijst",
                "study.lijst.titel",
                new StudyListModel(read.list(visitor), visitor.has(Role.RESEARCHER)));
    }

    /** An empty form. */
    @GET
    @Path("nieuw")
    public Response blank() {
        return form("onderzoeken", StudyForm.stored(StudyRequest.empty()), "");
    }

    /** Begins a request. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response start(MultivaluedMap<String, String> form) {
        try {
            StudyRequest request = StudyForm.sent(form).read(colleagues.named(StudyForm.usernames(form)));
            return page.to(
                    "onderzoeken/" + start.start(actor.require(), request).id() + "?gelukt=bewaard");
        } catch (StudyRefused refused) {
            return again("onderzoeken", form, refused);
        }
    }

    /** One request. */
    @GET
    @Path("{id}")
    @AllowedRoles({Role.RESEARCHER, Role.STEWARD, Role.PRIVACY_OFFICER})
    public Response one(@PathParam("id") String id, @QueryParam("gelukt") @DefaultValue("") String done) {
        return show(known(id), done.matches("[a-z]{1,20}") ? done : "");
    }

    /** The form with a stored request. */
    @GET
    @Path("{id}/wijzigen")
    public Response edit(@PathParam("id") String id) {
        return stored(known(id));
    }

    /** Saves a draft or a returned request. */
    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@PathParam("id") String id, MultivaluedMap<String, String> form) {
        StudyId study = known(id);
        try {
            StudyRequest request = StudyForm.sent(form).read(colleagues.named(StudyForm.usernames(form)));
            change.change(actor.require(), study, request);
            return page.to("onderzoeken/" + study + "?gelukt=bewaard");
        } catch (StudyRefused refused) {
            return again("onderzoeken/" + study, form, refused);
        }
    }

    /** Hands a request in; where it is incomplete, the form says at each field what is missing. */
    @POST
    @Path("{id}/indiening")
    public Response submit(@PathParam("id") String id) {
        StudyId study = known(id);
        try {
            submit.submit(actor.require(), study);
            return page.to("onderzoeken/" + study + "?gelukt=ingediend");
        } catch (StudyRefused.Incomplete refused) {
            page.refused("study.submit", refused);
            refused.faults().forEach(this::say);
            return stored(study);
        }
    }

    /** Where the switch of languages leads after a refused try to hand in: to the request. */
    @GET
    @Path("{id}/indiening")
    public Response submitted(@PathParam("id") String id) {
        return page.to("onderzoeken/" + known(id));
    }

    /** Judges a request. */
    @POST
    @Path("{id}/beoordeling")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @AllowedRoles({Role.STEWARD, Role.PRIVACY_OFFICER})
    public Response review(@PathParam("id") String id, MultivaluedMap<String, String> form) {
        StudyId study = known(id);
        ReviewRole side = choice(ReviewRole.values(), StudyForm.one(form, "kant"));
        Verdict verdict = choice(Verdict.values(), StudyForm.one(form, "oordeel"));
        String reason = StudyForm.one(form, "reden");
        try {
            review.review(actor.require(), study, new ReviewStudy.Judgement(side, verdict, reason));
            return page.to("onderzoeken/" + study + "?gelukt=beoordeeld");
        } catch (StudyRefused.ReasonMissing refused) {
            page.refused("study.review", refused);
            page.fault("reden", "study.probleem.beoordeling-zonder-reden.uitleg");
            return show(study, "");
        }
    }

    /** Where the switch of languages leads after a refused judgement: to the request. */
    @GET
    @Path("{id}/beoordeling")
    @AllowedRoles({Role.STEWARD, Role.PRIVACY_OFFICER})
    public Response reviewed(@PathParam("id") String id) {
        return page.to("onderzoeken/" + known(id));
    }

    /** Takes a request back or ends a study. */
    @POST
    @Path("{id}/sluiting")
    public Response close(@PathParam("id") String id) {
        StudyId study = known(id);
        close.close(actor.require(), study);
        return page.to("onderzoeken/" + study + "?gelukt=gesloten");
    }

    private Response show(StudyId id, String done) {
        Actor visitor = actor.require();
        StudyFile file = read.read(visitor, id);
        boolean own = file.study().applicant().equals(visitor.staff());
        StudyState state = file.study().state();
        boolean mayClose = own && (file.mayChange() || state == StudyState.SUBMITTED || state == StudyState.APPROVED);
        StudyModel model = new StudyModel(
                file, names(file.study().request()), mayClose, done, language(), page.annexes("onderzoeken/" + id));
        return page.under("onderzoeken", "study.lijst.titel").show("study/een", "study.een.titel", model);
    }

    private Response again(String action, MultivaluedMap<String, String> form, StudyRefused refused) {
        page.refused("study.form", refused);
        if (refused instanceof StudyRefused.UnknownColleague) {
            page.fault("team", "study.probleem.teamlid-onbekend.uitleg");
        } else if (refused.faults().isEmpty()) {
            throw refused;
        }
        refused.faults().forEach(this::say);
        return form(action, StudyForm.sent(form), StudyForm.one(form, "team"));
    }

    private void say(Fault fault) {
        page.fault(StudyForm.field(fault), "study.regel." + fault.rule());
    }

    private Response stored(StudyId id) {
        StudyRequest request = read.read(actor.require(), id).study().request();
        return form("onderzoeken/" + id, StudyForm.stored(request), String.join(" ", names(request)));
    }

    private Response form(String action, RequestText text, String team) {
        int now = SchoolYear.of(clock.instant()).start();
        List<String> years = IntStream.rangeClosed(now - YEARS_BACK, now)
                .mapToObj(start -> new SchoolYear(start).toString())
                .toList();
        return page.under("onderzoeken", "study.lijst.titel")
                .show("study/formulier", "study.formulier.titel", FormModel.of(action, text, team, years, language()));
    }

    private List<String> names(StudyRequest request) {
        return colleagues.names(Set.copyOf(request.team())).values().stream()
                .sorted()
                .toList();
    }

    private String language() {
        return page.language().name().toLowerCase(Locale.ROOT);
    }

    private static <T extends Enum<T>> T choice(T[] values, String name) {
        for (T value : values) {
            if (value.name().equals(name)) {
                return value;
            }
        }
        throw new StudyRefused.UnknownVerdict();
    }

    private static StudyId known(String id) {
        return StudyId.parse(id).orElseThrow(StudyRefused.Unknown::new);
    }
}
