package nl.schakel.pseudonym.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import nl.schakel.audit.AllowedRoles;
import nl.schakel.audit.CurrentActor;
import nl.schakel.audit.Role;
import nl.schakel.platform.web.Page;
import nl.schakel.pseudonym.PseudonymRefused;
import nl.schakel.pseudonym.RaiseQuota;

/** Operators see how many numbers schools had evaluated, and give one school more. */
@Controller
@Path("evaluatieruimten")
@RequestScoped
@AllowedRoles(Role.OPERATOR)
public class QuotaPages {
    private static final String PATH = "evaluatieruimten";

    @Inject
    private Page page;

    @Inject
    private CurrentActor actor;

    @Inject
    private RaiseQuota quota;

    /** The schools of this school year and the form. */
    @GET
    public Response list(@QueryParam("gelukt") @DefaultValue("") String done) {
        String year = quota.year().toString();
        return show(!done.isEmpty(), new RaiseQuota.Wish("", year, "", ""));
    }

    /** Gives one school more. */
    @POST
    public Response raise(
            @FormParam("brin") @DefaultValue("") String brin,
            @FormParam("schooljaar") @DefaultValue("") String year,
            @FormParam("toegestaan") @DefaultValue("") String allowed,
            @FormParam("reden") @DefaultValue("") String because) {
        RaiseQuota.Wish wish = new RaiseQuota.Wish(brin, year, allowed, because);
        try {
            quota.raise(actor.require(), wish);
            return page.to(PATH + "?gelukt=verruimd");
        } catch (PseudonymRefused.RaiseWrong refused) {
            String field = String.valueOf(refused.facts().get("veld"));
            page.fault(field, "pseudonym.ruimte.fout." + field);
            return show(false, wish);
        }
    }

    private Response show(boolean done, RaiseQuota.Wish typed) {
        QuotaView view = new QuotaView(quota.year().toString(), quota.standings(actor.require()), done, typed);
        return page.show("pseudonym/ruimten", "pseudonym.ruimte.titel", view);
    }
}
