package nl.schakel.oversight.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import nl.schakel.audit.Actor;
import nl.schakel.audit.AllowedRoles;
import nl.schakel.audit.CurrentActor;
import nl.schakel.audit.Role;
import nl.schakel.oversight.ApproveLookUp;
import nl.schakel.oversight.AskForLookUp;
import nl.schakel.oversight.Ground;
import nl.schakel.oversight.LookUpId;
import nl.schakel.oversight.LookUpPupil;
import nl.schakel.oversight.LookUpReason;
import nl.schakel.oversight.OversightRefused;
import nl.schakel.oversight.SeeLookUps;
import nl.schakel.platform.web.Page;
import nl.schakel.pupil.Pgn;

/** Two privacy officers look up what was done with the data of one pupil. */
@Controller
@Path("inzage")
@RequestScoped
@AllowedRoles(Role.PRIVACY_OFFICER)
public class LookUpPages {
    private static final String TITLE = "oversight.titel";
    private static final String LIST = "inzage";

    @Inject
    private Page page;

    @Inject
    private CurrentActor actor;

    @Inject
    private AskForLookUp ask;

    @Inject
    private ApproveLookUp approve;

    @Inject
    private LookUpPupil lookUp;

    @Inject
    private SeeLookUps see;

    @Inject
    private Clock clock;

    /** The form to ask, and the requests of all officers. */
    @GET
    public Response list(@QueryParam("gelukt") @DefaultValue("") String done) {
        Actor officer = actor.require();
        LookUpList model = new LookUpList(see.newest(officer), officer.staff(), clock.instant(), done);
        return page.show("oversight/lijst", TITLE, model);
    }

    /** Asks. */
    @POST
    public Response ask(
            @FormParam("grond") @DefaultValue("") String ground,
            @FormParam("toelichting") @DefaultValue("") String reason) {
        Optional<Ground> known = Ground.parse(ground);
        Optional<LookUpReason> fit = LookUpReason.parse(reason);
        if (known.isEmpty()) {
            page.fault("grond", "oversight.fout.grond");
        }
        if (fit.isEmpty()) {
            page.fault("toelichting", "oversight.fout.toelichting");
        }
        if (page.hasFaults()) {
            return list("");
        }
        ask.ask(actor.require(), known.orElseThrow(), fit.orElseThrow());
        return page.to(LIST + "?gelukt=gevraagd");
    }

    /** Approves another officer's request. */
    @POST
    @Path("{id}/goedkeuren")
    public Response approve(@PathParam("id") String id) {
        approve.approve(actor.require(), known(id));
        return page.to(LIST + "?gelukt=goedgekeurd");
    }

    /** The form for the number. */
    @GET
    @Path("{id}")
    public Response form(@PathParam("id") String id) {
        return page.under(LIST, TITLE)
                .show("oversight/opzoeken", "oversight.opzoeken.titel", lookUp.ready(actor.require(), known(id)));
    }

    /** The answer, on this one page and never again; the number is not on it. */
    @POST
    @Path("{id}")
    public Response lookUp(@PathParam("id") String id, @FormParam("pgn") @DefaultValue("") String number) {
        Optional<Pgn> pgn = Pgn.parse(number.strip());
        if (pgn.isEmpty()) {
            page.fault("pgn", "oversight.fout.pgn");
            return form(id);
        }
        return page.under(LIST, TITLE)
                .show(
                        "oversight/tijdlijn",
                        "oversight.tijdlijn.titel",
                        lookUp.lookUp(actor.require(), known(id), pgn.orElseThrow()));
    }

    private static LookUpId known(String id) {
        return LookUpId.parse(id).orElseThrow(OversightRefused.Unknown::new);
    }
}
