package nl.schakel.consent.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonStructure;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import nl.schakel.audit.AllowedRoles;
import nl.schakel.audit.CurrentActor;
import nl.schakel.audit.Role;
import nl.schakel.consent.Decision;
import nl.schakel.consent.RecordConsent;
import nl.schakel.consent.ReportedFields;
import nl.schakel.consent.SeeDecisions;

/** Consent decisions recorded by the school that acts. */
@Path("toestemmingen")
@RequestScoped
@AllowedRoles(Role.SCHOOL)
@Produces(MediaType.APPLICATION_JSON)
public class ConsentResource {
    @Inject
    private CurrentActor actor;

    @Inject
    private RecordConsent record;

    @Inject
    private SeeDecisions see;

    /** Records one decision or an array of them. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response record(JsonStructure body) {
        List<Decision> recorded = record.record(
                actor.require(), Reports.read(body, "beslissing", RecordConsent.MOST, ReportedFields::decision));
        return Response.status(Response.Status.CREATED)
                .entity(DecisionJson.ListOf.all(recorded))
                .build();
    }

    /** The newest decisions. */
    @GET
    public DecisionJson.ListOf list() {
        return DecisionJson.ListOf.all(see.decisions(actor.require()));
    }
}
