package nl.schakel.consent.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonStructure;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import nl.schakel.audit.AllowedRoles;
import nl.schakel.audit.CurrentActor;
import nl.schakel.audit.Role;
import nl.schakel.consent.ConsentRefused;
import nl.schakel.consent.Objection;
import nl.schakel.consent.ObjectionId;
import nl.schakel.consent.RecordObjection;
import nl.schakel.consent.ReportedFields;
import nl.schakel.consent.SeeDecisions;
import nl.schakel.consent.WithdrawObjection;

/** Objections of the school that acts. */
@Path("bezwaren")
@RequestScoped
@AllowedRoles(Role.SCHOOL)
@Produces(MediaType.APPLICATION_JSON)
public class ObjectionResource {
    @Inject
    private CurrentActor actor;

    @Inject
    private RecordObjection record;

    @Inject
    private WithdrawObjection withdraw;

    @Inject
    private SeeDecisions see;

    /** Records one objection or an array of them. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response record(JsonStructure body) {
        List<Objection> recorded = record.record(
                actor.require(), Reports.read(body, "bezwaar", RecordObjection.MOST, ReportedFields::objection));
        return Response.status(Response.Status.CREATED)
                .entity(ObjectionJson.ListOf.all(recorded))
                .build();
    }

    /** The newest objections. */
    @GET
    public ObjectionJson.ListOf list() {
        return ObjectionJson.ListOf.all(see.objections(actor.require()));
    }

    /** Withdraws an objection. */
    @POST
    @Path("{id}/intrekking")
    public ObjectionJson withdraw(@PathParam("id") String id) {
        ObjectionId objection = ObjectionId.parse(id).orElseThrow(ConsentRefused.UnknownObjection::new);
        return ObjectionJson.of(withdraw.withdraw(actor.require(), objection));
    }
}
