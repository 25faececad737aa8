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
import nl.schakel.consent.ConsentRequest;
import nl.schakel.consent.RecordConsent;
import nl.schakel.consent.ReportedFields;
import nl.schakel.consent.SeeDecisions;
import nl.schakel.platform.web.Page;

/** A school records what parents or pupils decided about social-emotional data. */
@Controller
@Path("toestemmingen")
@RequestScoped
@AllowedRoles(Role.SCHOOL)
public class ConsentPages {
    @Inject
    private Page page;

    @Inject
    private CurrentActor actor;

    @Inject
    private RecordConsent record;

    @Inject
    private SeeDecisions see;

    /** The form and the list. */
    @GET
    public Response list(@QueryParam("gelukt") @DefaultValue("") String done) {
        return show(done, DecisionForm.Typed.NOTHING);
    }

    /** Records one decision. */
    @POST
    public Response record(@BeanParam DecisionForm form) {
        ReportedFields fields = new ReportedFields(form::field, "");
        Optional<ConsentRequest> request = fields.decision();
        Faults.show(page, fields.faults());
        try {
            request.ifPresent(one -> record.record(actor.require(), List.of(one)));
        } catch (ConsentRefused.Wrong refused) {
            Faults.show(page, refused.faults());
        }
        return page.hasFaults() ? show("", form.typed()) : page.to("toestemmingen?gelukt=vastgelegd");
    }

    private Response show(String done, DecisionForm.Typed typed) {
        DecisionList model = new DecisionList(see.decisions(actor.require()), done, typed);
        return page.show("consent/toestemmingen", "consent.toestemmingen.titel", model);
    }
}
