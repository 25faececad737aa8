package nl.schakel.consent.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import nl.schakel.audit.AllowedRoles;
import nl.schakel.audit.CurrentActor;
import nl.schakel.audit.Role;
import nl.schakel.consent.ConsentRefused;
import nl.schakel.consent.ObjectionRequest;
import nl.schakel.consent.PupilReference;
import nl.schakel.consent.RecordObjection;
import nl.schakel.consent.ReportedFields;
import nl.schakel.consent.SeeDecisions;
import nl.schakel.consent.WithdrawObjection;
import nl.schakel.platform.web.Page;

/** A school records that somebody objects, or no longer does. */
@Controller
@Path("bezwaren")
@RequestScoped
@AllowedRoles(Role.SCHOOL)
public class ObjectionPages {
    private static final String TITLE = "consent.bezwaren.titel";

    @Inject
    private Page page;

    @Inject
    private CurrentActor actor;

    @Inject
    private RecordObjection record;

    @Inject
    private WithdrawObjection withdraw;

    @Inject
    private SeeDecisions see;

    /** The form and the list. */
    @GET
    public Response list(@QueryParam("gelukt") @DefaultValue("") String done) {
        return page.show("consent/bezwaren", TITLE, new ObjectionList(see.objections(actor.require()), done));
    }

    /** Records one objection. */
    @POST
    public Response record(@BeanParam PupilForm form) {
        ReportedFields fields = new ReportedFields(form::field, "");
        Optional<ObjectionRequest> request = fields.objection();
        Faults.show(page, fields.faults());
        try {
            request.ifPresent(one -> record.record(actor.require(), List.of(one)));
        } catch (ConsentRefused.Wrong refused) {
            Faults.show(page, refused.faults());
        }
        return page.hasFaults() ? list("") : page.to("bezwaren?gelukt=vastgelegd");
    }

    /** The form to withdraw one. */
    @GET
    @Path("intrekken")
    public Response toWithdraw() {
        return page.under("bezwaren", TITLE).show("consent/intrekken", "consent.bezwaren.intrekken");
    }

    /** Withdraws the objection against the pupil. */
    @POST
    @Path("intrekken")
    public Response withdraw(@BeanParam PupilForm form) {
        ReportedFields fields = new ReportedFields(form::field, "");
        Optional<PupilReference> pupil = fields.pupil();
        Faults.show(page, fields.faults());
        if (page.hasFaults()) {
            return toWithdraw();
        }
        withdraw.withdraw(actor.require(), pupil.orElseThrow());
        return page.to("bezwaren?gelukt=ingetrokken");
    }
}
